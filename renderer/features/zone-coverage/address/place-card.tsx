import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceAnswer } from '../../../../main/contract/zone-coverage.ts';
import { assertNever } from '../../../../main/domain/assert-never.ts';
import type { Decided } from '../../../../main/domain/zone-coverage/effective-row.ts';
import { REJECT_CODES } from '../../../../main/domain/zone-coverage/resolve-coverage.ts';
import { WEEK_MINUTES } from '../../../../main/domain/zone-coverage/week.ts';
import { clockText } from '../../../shared/format/clock.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { daysText, maskDays, momentText } from '../week-text.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './address.module.css';

function verdictText(t: TFunction, { coverage, zones, minute }: PlaceAnswer): string {
  const [zone = ''] = zones;
  switch (coverage.type) {
    case 'outside':
      return t('zone-coverage.verdict.outside');
    case 'no-terminal':
      return t('zone-coverage.verdict.no-terminal', { zone });
    case 'closed': {
      if (coverage.opensIn === null) return t('zone-coverage.verdict.never');
      const opens = (minute + coverage.opensIn) % WEEK_MINUTES;
      return t('zone-coverage.verdict.closed', { at: momentText(t, opens) });
    }
    case 'below-minimum':
      return t('zone-coverage.verdict.below-minimum');
    case 'served':
      return t('zone-coverage.verdict.served');
    default:
      return assertNever(coverage);
  }
}

function Fact(props: {
  readonly name: string;
  readonly value: string;
  /** Which setting decided it; null: nothing to say. */
  readonly by: Decided<unknown>['by'] | 'map' | null;
}): ReactNode {
  const { t } = useTranslation();
  const { name, value, by } = props;
  return (
    <tr>
      <th scope="row">{t(`zone-coverage.fact.${name}`)}</th>
      <td>{value}</td>
      <td className={sharedStyles.quiet}>{by && t(`zone-coverage.by.${by}`)}</td>
    </tr>
  );
}

function Facts({ answer }: { readonly answer: PlaceAnswer }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { coverage, terminal, currency, zones, metresToTerminal } = answer;
  const none = t('zone-coverage.value.none');
  const money = (minor: number | null): string =>
    minor === null ? none : format.money(minor, currency);
  const row = 'row' in coverage ? coverage.row : null;
  const hours = row?.hours.value;
  const duration = row?.durationMinutes.value ?? null;
  return (
    <table className={sharedStyles.facts}>
      <tbody>
        <Fact name="zone" value={zones[0] ?? none} by={zones.length > 0 ? 'map' : null} />
        {row && hours && (
          <>
            <Fact name="terminal" value={terminal ?? none} by="row" />
            <Fact
              name="days"
              value={daysText(t, maskDays(row.weekdays.value)) || none}
              by={row.weekdays.by}
            />
            <Fact
              name="hours"
              value={`${clockText(hours.from)}–${clockText(hours.to)}`}
              by={row.hours.by}
            />
            <Fact name="min-sum" value={money(row.minSumMinor.value)} by={row.minSumMinor.by} />
            <Fact name="fee" value={money(row.feeMinor.value)} by={row.feeMinor.by} />
            <Fact
              name="duration"
              value={duration === null ? none : format.duration(duration * 60_000)}
              by={row.durationMinutes.by}
            />
          </>
        )}
        {metresToTerminal !== null && (
          <Fact
            name="distance"
            value={t('zone-coverage.km', { km: format.number(metresToTerminal / 1000, 1) })}
            by={null}
          />
        )}
      </tbody>
    </table>
  );
}

/** What would happen to an order at a place and time, with what decided each value. */
export function PlaceCard({ answer }: { readonly answer: PlaceAnswer }): ReactNode {
  const { t } = useTranslation();
  const { coverage, zones, minute } = answer;
  const code = REJECT_CODES[coverage.type];
  return (
    <section className={styles.card} aria-label={t('zone-coverage.verdict')}>
      <p className={styles.verdict} data-served={coverage.type === 'served' || undefined}>
        {verdictText(t, answer)}
      </p>
      <p className={sharedStyles.quiet}>
        {t('zone-coverage.at-moment', { at: momentText(t, minute) })}
        {code !== null && ` · ${t('zone-coverage.iiko-code', { code })}`}
      </p>
      <Facts answer={answer} />
      {zones.length > 1 && (
        <p className={sharedStyles.warned}>
          {t('zone-coverage.many-zones', { zones: zones.join(', ') })}
        </p>
      )}
      {coverage.type === 'served' && coverage.others.length > 0 && (
        <p className={sharedStyles.quiet}>
          {t('zone-coverage.others', { count: coverage.others.length })}
        </p>
      )}
    </section>
  );
}
