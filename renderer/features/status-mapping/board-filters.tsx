import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import { EVERYWHERE } from '../../../main/domain/status-mapping/status-mapping.ts';
import { FilterChip } from '../../shared/filters/filter-chip.tsx';
import { PeriodPick } from '../../shared/filters/period-pick.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { statusesOf } from './board-model.ts';
import { PERIOD_PRESETS, type DayPeriod, type PeriodChoice } from './period-choice.ts';
import styles from './status-mapping.module.css';
import { systemName } from './status-texts.ts';

/** The days whose orders the cards count. */
function PeriodFilter(props: {
  readonly choice: PeriodChoice;
  readonly period: DayPeriod;
  readonly onChoose: (choice: PeriodChoice) => void;
}): ReactNode {
  const { choice, period, onChoose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const days = period ? `${format.day(period.from)} – ${format.day(period.to)}` : '';
  const name = choice.type === 'custom' ? '' : t(`status-mapping.period.${choice.type}`);
  const value = [name, days].filter(Boolean).join(', ');
  return (
    <FilterChip label={t('status-mapping.period')} value={value} onClear={null}>
      {(close) => (
        <PeriodPick
          presets={PERIOD_PRESETS}
          nameOf={(type) => t(`status-mapping.period.${type}`)}
          choice={choice}
          shown={period}
          onPick={(picked) => {
            onChoose(picked);
            close();
          }}
        />
      )}
    </FilterChip>
  );
}

/** What of the board is shown. */
export type BoardView = Readonly<{
  choice: PeriodChoice;
  scope: number;
  system: string | null;
}>;

/** Period, organization and system of the board. */
export function BoardFilters(props: {
  readonly board: StatusBoard;
  readonly view: BoardView;
  readonly period: DayPeriod;
  readonly onView: (change: Partial<BoardView>) => void;
}): ReactNode {
  const { board, view, period, onView } = props;
  const { t } = useTranslation();
  const systems = [...new Set(statusesOf(board).map(({ system }) => system))];
  const organizations = board.organizations.map(({ id, name }) => ({
    value: String(id),
    label: name,
  }));
  return (
    <>
      <PeriodFilter
        choice={view.choice}
        period={period}
        onChoose={(choice) => onView({ choice })}
      />
      {organizations.length > 0 && (
        <Select
          className={styles.scope}
          aria-label={t('status-mapping.scope')}
          data={[
            { value: String(EVERYWHERE), label: t('status-mapping.scope.all') },
            ...organizations,
          ]}
          value={String(view.scope)}
          allowDeselect={false}
          onChange={(value) => onView({ scope: Number(value ?? EVERYWHERE) })}
        />
      )}
      {systems.length > 1 && (
        <Select
          className={styles.scope}
          aria-label={t('status-mapping.system')}
          data={[
            { value: '', label: t('status-mapping.system.all') },
            ...systems.map((system) => ({ value: system, label: systemName(t, system) })),
          ]}
          value={view.system ?? ''}
          allowDeselect={false}
          onChange={(value) => onView({ system: value || null })}
        />
      )}
    </>
  );
}
