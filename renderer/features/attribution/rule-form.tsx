import {
  ActionIcon,
  Button,
  Checkbox,
  MultiSelect,
  Select,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  JOINING_RULES,
  REQUIRED_FIELDS,
  type RequiredField,
  type Rule,
} from '../../../main/domain/attribution/attribution-rule.ts';
import sharedStyles from './attribution.module.css';
import styles from './rules.module.css';
import { ruleName } from './source-texts.ts';
import { readTable, writeTable } from './table-text.ts';
import { WindowField } from './window-field.tsx';

type Props = Readonly<{
  rule: Rule;
  mayEdit: boolean;
  onRule: (rule: Rule) => void;
  onRemove: () => void;
  onClose: () => void;
}>;

const isTimed = ({ kind }: Rule): boolean =>
  kind === 'history' || (JOINING_RULES as readonly string[]).includes(kind);

function TableField({ rule, mayEdit, onRule }: Props): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState(writeTable(rule.table));
  const { wrong } = readTable(text);
  const change = (next: string): void => {
    setText(next);
    const read = readTable(next);
    if (read.wrong.length === 0) onRule({ ...rule, table: read.table });
  };
  return (
    <Textarea
      label={t('attribution.table')}
      description={t('attribution.table.text')}
      autosize
      minRows={3}
      maxRows={14}
      disabled={!mayEdit}
      value={text}
      error={wrong.length > 0 && t('attribution.table.wrong', { lines: wrong.join(', ') })}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function OwnFields(props: Props): ReactNode {
  const { rule, mayEdit, onRule } = props;
  const { t } = useTranslation();
  return (
    <>
      <TableField key={rule.id} {...props} />
      <Select
        label={t('attribution.unlisted')}
        data={(['itself', 'nothing'] as const).map((value) => ({
          value,
          label: t(`attribution.unlisted.${value}`),
        }))}
        allowDeselect={false}
        disabled={!mayEdit}
        value={rule.unlisted}
        onChange={(value) =>
          onRule({ ...rule, unlisted: value === 'nothing' ? 'nothing' : 'itself' })
        }
      />
    </>
  );
}

function TimedFields({ rule, mayEdit, onRule }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <WindowField
        key={`before-${rule.id}`}
        label={t('attribution.window.before')}
        minutes={rule.beforeMinutes}
        disabled={!mayEdit}
        onMinutes={(beforeMinutes) => onRule({ ...rule, beforeMinutes })}
      />
      {rule.kind !== 'history' && (
        <WindowField
          key={`after-${rule.id}`}
          label={t('attribution.window.after')}
          minutes={rule.afterMinutes}
          disabled={!mayEdit}
          onMinutes={(afterMinutes) => onRule({ ...rule, afterMinutes })}
        />
      )}
    </>
  );
}

/** Everything one rule consists of. */
export function RuleForm(props: Props): ReactNode {
  const { rule, mayEdit, onRule } = props;
  const { t } = useTranslation();
  return (
    <section className={styles.ruleForm} aria-label={t('attribution.rule')}>
      <header className={styles.panelHead}>
        <h2>{ruleName(t, rule)}</h2>
        <ActionIcon aria-label={t('app.close')} onClick={props.onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      <p className={sharedStyles.quiet}>{t(`attribution.kind.${rule.kind}.text`)}</p>
      <TextInput
        label={t('attribution.name')}
        placeholder={t(`attribution.kind.${rule.kind}`)}
        maxLength={80}
        disabled={!mayEdit}
        value={rule.name}
        onChange={(event) => onRule({ ...rule, name: event.currentTarget.value })}
      />
      {isTimed(rule) ? <TimedFields {...props} /> : <OwnFields {...props} />}
      <MultiSelect
        label={t('attribution.requires.label')}
        data={REQUIRED_FIELDS.map((value) => ({ value, label: t(`attribution.field.${value}`) }))}
        disabled={!mayEdit}
        value={[...rule.requires]}
        onChange={(requires) => onRule({ ...rule, requires: requires as RequiredField[] })}
      />
      <Checkbox
        label={t('attribution.decides.label')}
        description={t('attribution.decides.text')}
        disabled={!mayEdit}
        checked={rule.decides}
        onChange={(event) => onRule({ ...rule, decides: event.currentTarget.checked })}
      />
      {mayEdit && (
        <Button variant="subtle" color="danger" onClick={props.onRemove}>
          {t('attribution.remove-rule')}
        </Button>
      )}
    </section>
  );
}
