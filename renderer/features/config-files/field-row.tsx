import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigField } from '../../../main/contract/config-files.ts';
import type { ConfigFinding } from '../../../main/domain/config-files/config-finding.ts';
import { FieldInput } from './field-input.tsx';
import { pathOf, type FieldTexts } from './field-texts.ts';
import { FindingLine } from './finding-line.tsx';
import type { Fix } from './fixes.ts';
import styles from './form.module.css';

/** One element in the form, with the draft already in it. */
export type FieldView = Readonly<{
  field: ConfigField;
  value: string | null;
  edited: boolean;
  findings: readonly Readonly<{ finding: ConfigFinding; fix: Fix | null }>[];
}>;

type RowProps = Readonly<{
  view: FieldView;
  texts: FieldTexts;
  readOnly: boolean;
  /** Address of one more element of the same list, where one may follow. */
  further: string | null;
  onEdit: (edits: Readonly<Record<string, string | null>>) => void;
}>;

function FieldName(props: RowProps & { readonly id: string }): ReactNode {
  const { view, texts, id } = props;
  const { t } = useTranslation();
  const { known, element } = view.field;
  const path = pathOf(element);
  const rule = texts.rule(known?.rule ?? null);
  return (
    <div className={styles.label}>
      <Tooltip
        label={texts.meaning(path)}
        disabled={texts.meaning(path) === ''}
        multiline
        maw={360}
        position="top-start"
      >
        <span id={id} className={styles.fieldName}>
          {texts.name(path)}
        </span>
      </Tooltip>
      {texts.name(path) !== element && <code className={styles.element}>{element}</code>}
      {known?.rule && (
        <Tooltip
          label={rule}
          disabled={rule === ''}
          events={{ hover: true, focus: true, touch: true }}
          multiline
          maw={360}
          position="bottom-start"
        >
          <button type="button" className={styles.rule}>
            {t('terminals.rule', { rule: known.rule })}
          </button>
        </Tooltip>
      )}
    </div>
  );
}

/** Back to what the file holds; out of the file; one more of a list. */
function RowButtons({ view, texts, readOnly, further, onEdit }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { field, value, edited } = view;
  const name = texts.name(pathOf(field.element));
  if (readOnly) return null;
  return (
    <div className={styles.rowButtons}>
      {edited && (
        <ActionIcon
          aria-label={t('terminals.field.revert', { name })}
          title={t('terminals.field.revert', { name })}
          onClick={() => onEdit({ [field.element]: field.value })}
        >
          <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      {value !== null && !edited && pathOf(field.element) !== 'terminalId' && (
        <ActionIcon
          aria-label={t('terminals.field.remove', { name })}
          title={t('terminals.field.remove', { name })}
          onClick={() => onEdit({ [field.element]: null })}
        >
          <IconTrash size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
      {further !== null && (
        <ActionIcon
          aria-label={t('terminals.field.further', { name })}
          title={t('terminals.field.further', { name })}
          onClick={() => onEdit({ [further]: '' })}
        >
          <IconPlus size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

/** What is advised or counts by itself, where it is not what stands there. */
function Advice({ view, readOnly, onEdit }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { field, value, edited, findings } = view;
  const { recommended, known, nil } = field;
  const cured = findings.some(({ fix }) => fix?.name === 'set' && fix.value === recommended);
  return (
    <>
      {edited && (
        <span className={styles.was}>
          {field.value === null
            ? t('terminals.was-absent')
            : t('terminals.was', {
                value: field.value === '' ? t('terminals.empty') : field.value,
              })}
        </span>
      )}
      {nil && !edited && <span>{t('terminals.nil')}</span>}
      {value === null && (
        <span>
          {known?.otherwise == null
            ? t('terminals.absent.note')
            : t('terminals.absent.otherwise', { value: known.otherwise })}
        </span>
      )}
      {value !== null && known?.otherwise != null && value !== known.otherwise && (
        <span>{t('terminals.otherwise', { value: known.otherwise })}</span>
      )}
      {recommended !== null && recommended !== value && !cured && (
        <span className={styles.recommended}>
          {t('terminals.recommended', { value: recommended })}
          {!readOnly && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => onEdit({ [field.element]: recommended })}
            >
              {t('terminals.apply')}
            </Button>
          )}
        </span>
      )}
    </>
  );
}

/** One element: name, value with its unit, meaning, findings with their cures. */
export function FieldRow(props: RowProps): ReactNode {
  const { view, texts, readOnly, onEdit } = props;
  const id = useId();
  const { field, findings } = view;
  // A repetition means what the first one means.
  const meaning = texts.meaning(field.element);
  const invalid = findings.some(({ finding }) => finding.level === 'error');
  return (
    <div className={styles.row} data-edited={view.edited} data-absent={view.value === null}>
      <FieldName {...props} id={id} />
      <div className={styles.value}>
        <div className={styles.inputRow}>
          <FieldInput
            field={field}
            labelledBy={id}
            describedBy={`${id}-notes`}
            value={view.value}
            invalid={invalid}
            readOnly={readOnly}
            onChange={(value) => onEdit({ [field.element]: value })}
          />
          <RowButtons {...props} />
        </div>
        <div id={`${id}-notes`} className={styles.notes}>
          {findings.map(({ finding, fix }) => (
            <FindingLine
              key={finding.code}
              finding={finding}
              text={texts.finding(finding)}
              fix={readOnly ? null : fix}
              onFix={onEdit}
            />
          ))}
          <Advice {...props} />
          {meaning !== '' && <span>{meaning}</span>}
        </div>
      </div>
    </div>
  );
}
