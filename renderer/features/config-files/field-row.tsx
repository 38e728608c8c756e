import { Button, Tooltip } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigField } from '../../../main/contract/config-files.ts';
import type { ConfigFinding } from '../../../main/domain/config-files/config-finding.ts';
import { typedValue, type Edits } from './draft.ts';
import { FieldInput } from './field-input.tsx';
import { pathOf, type FieldTexts } from './field-texts.ts';
import { FindingLine } from './finding-line.tsx';
import type { Fix } from './fixes.ts';
import styles from './form.module.css';
import { RowButtons } from './row-buttons.tsx';

/** One element in the form, with the draft already in it. */
export type FieldView = Readonly<{
  field: ConfigField;
  /** '' where there is none on purpose; null: absent. */
  value: string | null;
  nil: boolean;
  edited: boolean;
  findings: readonly Readonly<{ finding: ConfigFinding; fix: Fix | null }>[];
}>;

/** What a row shows and does. */
export type RowProps = Readonly<{
  view: FieldView;
  texts: FieldTexts;
  readOnly: boolean;
  /** Address of one more element of the same list, where one may follow. */
  further: string | null;
  onEdit: (edits: Edits) => void;
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

/** What stands in the file as long as the draft is not saved. */
function Was({ field }: Readonly<{ field: FieldView['field'] }>): ReactNode {
  const { t } = useTranslation();
  const { value, nil } = field;
  const empty = t(nil ? 'terminals.no-value' : 'terminals.empty');
  return (
    <span className={styles.was}>
      {value === null ? t('terminals.was-absent') : t('terminals.was', { value: value || empty })}
    </span>
  );
}

/** What is advised or counts by itself, where it is not what stands there. */
function Advice({ view, readOnly, onEdit }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { field, value, nil, edited, findings } = view;
  const { recommended, known } = field;
  const cured = findings.some(({ fix }) => fix?.name === 'set' && fix.value === recommended);
  return (
    <>
      {edited && <Was field={field} />}
      {nil && <span>{t('terminals.nil')}</span>}
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
            nil={view.nil}
            invalid={invalid}
            readOnly={readOnly}
            onChange={(text) => onEdit({ [field.element]: typedValue(field, text) })}
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
