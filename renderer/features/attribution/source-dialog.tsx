import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceNode } from '../../../main/contract/attribution.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import sharedStyles from './attribution.module.css';
import styles from './tree.module.css';
import { ColourMark, SOURCE_COLOURS } from './colour-mark.tsx';
import { levelName, writePath } from './source-texts.ts';
import { pathNames } from './tree-model.ts';
import { useSourceChanges } from './use-source-changes.ts';

/** What a person wants to change of a source. */
export type SourceQuestion = Readonly<{ kind: 'rename' | 'colour' | 'merge'; node: SourceNode }>;

type Props = Readonly<{
  question: SourceQuestion;
  sources: readonly SourceNode[];
  onClose: () => void;
}>;

function ColourField(props: {
  readonly value: string;
  readonly onChange: (colour: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="radiogroup" aria-label={t('attribution.action.colour')} className={styles.colours}>
      {['', ...SOURCE_COLOURS].map((colour) => (
        <button
          key={colour}
          type="button"
          role="radio"
          aria-checked={props.value === colour}
          aria-label={colour === '' ? t('attribution.colour.none') : colour}
          className={styles.colour}
          onClick={() => props.onChange(colour)}
        >
          <ColourMark colour={colour || null} />
        </button>
      ))}
    </div>
  );
}

function MergeField(
  props: Props & { readonly value: string; readonly onChange: (id: string) => void },
): ReactNode {
  const { t } = useTranslation();
  const { node } = props.question;
  const others = props.sources
    .filter(({ id, mergedInto }) => id !== node.id && mergedInto === null)
    .map(({ id }) => ({ value: String(id), label: writePath(t, pathNames(props.sources, id)) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'ru'));
  return (
    <Select
      data-autofocus
      searchable
      label={t('attribution.merge.into')}
      description={t('attribution.merge.text')}
      data={others}
      limit={100}
      value={props.value || null}
      onChange={(id) => props.onChange(id ?? '')}
      nothingFoundMessage={t('attribution.nothing-found')}
    />
  );
}

const startOf = ({ kind, node }: SourceQuestion): string =>
  kind === 'rename' ? node.name : kind === 'colour' ? (node.colour ?? '') : '';

/** Renames, colours or merges one source. */
export function SourceDialog(props: Props): ReactNode {
  const { question, onClose } = props;
  const { t } = useTranslation();
  const { make } = useSourceChanges();
  const [value, setValue] = useState(startOf(question));
  const { kind, node } = question;
  const { busy, failure, submit } = useSubmit(async () => {
    const sourceId = node.id;
    if (kind === 'rename') await make({ kind, sourceId, name: value });
    if (kind === 'colour') await make({ kind, sourceId, colour: value || null });
    if (kind === 'merge') await make({ kind, sourceId, into: Number(value) });
  }, onClose);
  return (
    <Modal
      opened
      size={440}
      title={t(`attribution.dialog.${kind}`, { source: levelName(t, node.name || node.key) })}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form className={sharedStyles.form} onSubmit={submit}>
        {kind === 'rename' && (
          <TextInput
            data-autofocus
            label={t('attribution.name')}
            maxLength={200}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        {kind === 'colour' && <ColourField value={value} onChange={setValue} />}
        {kind === 'merge' && <MergeField {...props} value={value} onChange={setValue} />}
        {failure && <FailureNotice failure={failure} />}
        <div className={sharedStyles.buttons}>
          <Button onClick={onClose}>{t('attribution.cancel')}</Button>
          <Button
            type="submit"
            variant="filled"
            loading={busy}
            disabled={kind !== 'colour' && value.trim() === ''}
          >
            {t(`attribution.do.${kind}`)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
