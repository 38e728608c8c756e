import { Button, TextInput } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigPreview } from '../../../main/contract/config-changes.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { DiffView } from './diff-view.tsx';
import { changeOf } from './draft.ts';
import type { FileSlice } from './file-slice.ts';
import type { ShownFile } from './file-state.ts';
import styles from './panel.module.css';

/** Id of the field that asks why, for the keys. */
export const WHY_INPUT = 'terminals-why';

function Worse({ state, preview }: { readonly state: ShownFile; readonly preview: ConfigPreview }) {
  const { t } = useTranslation();
  const errors = (findings: ConfigPreview['findings']): number =>
    findings.filter(({ level }) => level === 'error').length;
  const more = errors(preview.findings) - errors(state.opened.findings);
  if (more <= 0) return null;
  return <p className={styles.worse}>{t('terminals.change.worse', { count: more })}</p>;
}

/** What saving would change, why it is changed, and the button that does it. */
export function ChangePanel(props: {
  readonly state: ShownFile;
  readonly slice: FileSlice;
}): ReactNode {
  const { state, slice } = props;
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const { draft, preview, failure, busy } = state;
  if (!draft) return failure && <FailureNotice failure={failure} />;
  const canSave = preview !== null && preview.changes && !busy;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    if (canSave) void slice.write({ type: 'save', change: changeOf(draft), why });
  };
  return (
    <section className={styles.section} aria-label={t('terminals.change')}>
      <h3 className={styles.title}>{t('terminals.change')}</h3>
      {failure && <FailureNotice failure={failure} />}
      {preview && <DiffView lines={preview.lines} />}
      {preview && <Worse state={state} preview={preview} />}
      <form className={styles.form} onSubmit={save}>
        <TextInput
          id={WHY_INPUT}
          label={t('terminals.why')}
          placeholder={t('terminals.why.example')}
          maxLength={500}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button
            type="submit"
            variant="filled"
            loading={busy}
            disabled={!canSave}
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          >
            {t('terminals.save')}
          </Button>
          <Button onClick={() => slice.discard()}>{t('terminals.discard')}</Button>
        </div>
      </form>
    </section>
  );
}
