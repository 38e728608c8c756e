import { ActionIcon, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../main/domain/attribution/attribution-rule.ts';
import sharedStyles from './attribution.module.css';
import styles from './rules.module.css';
import { ruleName, writeMinutes } from './source-texts.ts';

type Props = Readonly<{
  rule: Rule;
  place: number;
  last: boolean;
  mayEdit: boolean;
  selected: boolean;
  onMove: (by: -1 | 1) => void;
  onEnabled: (enabled: boolean) => void;
  onEdit: () => void;
}>;

function useSummary(rule: Rule): string {
  const { t } = useTranslation();
  const parts = [
    rule.beforeMinutes > 0 &&
      t('attribution.before', { time: writeMinutes(t, rule.beforeMinutes) }),
    rule.afterMinutes > 0 && t('attribution.after', { time: writeMinutes(t, rule.afterMinutes) }),
    rule.table.length > 0 && t('attribution.lines', { count: rule.table.length }),
    rule.requires.length > 0 &&
      t('attribution.requires', {
        fields: rule.requires.map((field) => t(`attribution.field.${field}`)).join(', '),
      }),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** One rule of the ordered list; Alt with an arrow moves it. */
export function RuleRow(props: Props): ReactNode {
  const { rule, place, mayEdit, onMove } = props;
  const { t } = useTranslation();
  const summary = useSummary(rule);
  const name = ruleName(t, rule);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || !mayEdit) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles.ruleRow} data-off={!rule.enabled || undefined}>
      <span className={styles.place}>{place + 1}</span>
      <Switch
        size="xs"
        checked={rule.enabled}
        disabled={!mayEdit}
        aria-label={t('attribution.enabled', { rule: name })}
        onChange={(event) => props.onEnabled(event.currentTarget.checked)}
      />
      <button
        type="button"
        className={styles.ruleButton}
        aria-pressed={props.selected}
        onClick={props.onEdit}
        onKeyDown={onKeyDown}
      >
        <span className={styles.ruleName}>{name}</span>
        <span className={sharedStyles.quiet}>
          {summary || t(`attribution.kind.${rule.kind}.text`)}
        </span>
      </button>
      {rule.decides && <span className={styles.decides}>{t('attribution.decides')}</span>}
      {mayEdit && (
        <span className={styles.moves}>
          <ActionIcon
            aria-label={t('attribution.move-up', { rule: name })}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t('attribution.move-down', { rule: name })}
            disabled={props.last}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
