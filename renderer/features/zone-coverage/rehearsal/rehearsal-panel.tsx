import { Button, Progress } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf, type Day } from '../../../../main/domain/local-time.ts';
import { hereZone, useFormat } from '../../../shared/format/use-format.ts';
import { FilterChip } from '../../../shared/filters/filter-chip.tsx';
import { PeriodPick } from '../../../shared/filters/period-pick.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { mapOf, type PanelProps } from '../map-option.ts';
import { SideFields, type ChosenSide } from '../side-fields.tsx';
import { useMapOptions } from '../use-map-options.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './rehearsal.module.css';
import { Disagreements } from './disagreements.tsx';
import { RehearsalResult } from './rehearsal-result.tsx';
import { useRehearsal, type RehearsalState } from './use-rehearsal.ts';

type Period = Readonly<{ from: Day; to: Day }>;

const PRESETS = ['week', 'month', 'quarter', 'year'] as const;
const DAYS = { week: 7, month: 30, quarter: 91, year: 365 } as const;

function PeriodChoice(props: {
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { period, onPeriod } = props;
  const today = dayOf(Date.now(), hereZone());
  return (
    <FilterChip
      label={t('zone-coverage.period')}
      value={`${format.day(period.from)} – ${format.day(period.to)}`}
      onClear={null}
      wide
    >
      {(close) => (
        <PeriodPick
          presets={PRESETS}
          nameOf={(preset) => t(`zone-coverage.period.${preset}`)}
          choice={{ type: 'custom', ...period }}
          shown={period}
          onPick={(picked) => {
            onPeriod(
              picked.type === 'custom'
                ? { from: picked.from, to: picked.to }
                : { from: addDays(today, 1 - DAYS[picked.type]), to: today },
            );
            close();
          }}
        />
      )}
    </FilterChip>
  );
}

function Running(props: {
  readonly state: Extract<RehearsalState, { type: 'running' }>;
  readonly onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { done, total } = props.state;
  return (
    <div className={styles.running} role="status">
      <Progress
        value={total === 0 ? 0 : (100 * done) / total}
        aria-label={t('zone-coverage.rehearsal.running')}
      />
      <span>
        {t('zone-coverage.rehearsal.done', {
          done: format.number(done),
          total: format.number(total),
        })}
      </span>
      <Button leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={props.onCancel}>
        {t('zone-coverage.rehearsal.cancel')}
      </Button>
    </div>
  );
}

const PRESENT: ChosenSide = { map: 'iiko', schedule: 'iiko' };
const PLANNED: ChosenSide = { map: 'draft', schedule: 'saved' };

const lastMonth = (): Period => {
  const today = dayOf(Date.now(), hereZone());
  return { from: addDays(today, -29), to: today };
};

/** Orders that were, over a map that may be: who gains, who loses, and which orders those are. */
export function RehearsalPanel({ onShow }: PanelProps): ReactNode {
  const { t } = useTranslation();
  const [period, setPeriod] = useState(lastMonth);
  const maps = useMapOptions();
  const [before, setBefore] = useState(PRESENT);
  const [after, setAfter] = useState(PLANNED);
  const { state, start, cancel } = useRehearsal();
  const sideOf = (side: ChosenSide) => ({ ...side, map: mapOf(maps, side.map) });
  return (
    <div className={sharedStyles.panel}>
      <div className={sharedStyles.form}>
        <PeriodChoice period={period} onPeriod={setPeriod} />
        <fieldset className={styles.side}>
          <legend>{t('zone-coverage.side.before')}</legend>
          <SideFields maps={maps} side={before} onSide={setBefore} />
        </fieldset>
        <fieldset className={styles.side}>
          <legend>{t('zone-coverage.side.after')}</legend>
          <SideFields maps={maps} side={after} onSide={setAfter} />
        </fieldset>
        <Button
          variant="filled"
          disabled={state.type === 'running'}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => start(period, sideOf(before), sideOf(after))}
        >
          {t('zone-coverage.rehearsal.start')}
        </Button>
      </div>
      {state.type === 'idle' && (
        <p className={sharedStyles.quiet}>{t('zone-coverage.rehearsal.hint')}</p>
      )}
      {state.type === 'running' && <Running state={state} onCancel={cancel} />}
      {state.type === 'failed' && (
        <FailureNotice
          failure={state.failure}
          onRetry={() => start(period, sideOf(before), sideOf(after))}
        />
      )}
      {state.type === 'shown' && <RehearsalResult key={state.rehearsal.run} {...state} />}
      <Disagreements period={period} map={mapOf(maps, after.map).choice} onShow={onShow} />
    </div>
  );
}
