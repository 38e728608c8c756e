import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockQuestion,
  IconShieldExclamation,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { OrderRow } from '../../../../main/contract/orders.ts';
import { dayOf } from '../../../../main/domain/local-time.ts';
import type { Instant } from '../../../../main/domain/orders/order.ts';
import { usePersonal } from '../../../bridge/session-context.tsx';
import { useFormat, type Format } from '../../../shared/format/use-format.ts';
import { useClock } from '../clock.ts';
import { StatusMark } from '../status-mark.tsx';
import styles from './cells.module.css';
import { addressParts, insteadOfAddress, shortStreet } from './row-address.ts';
import { writeSum } from './row-texts.ts';
import { rowOverdue, rowRemainingMs, rowRisk } from './row-timing.ts';
import { useTexts } from '../../../shared/i18n/use-texts.ts';

type RowProps = { readonly row: OrderRow };

/** Number, with the mark of what was checked. */
export function NumberCell({ row }: RowProps): ReactNode {
  const { t } = useTexts();
  const number = row.number || row.externalNumber;
  return (
    <span className={styles.line} title={number}>
      <span className={styles.cut}>{number || '—'}</span>
      {row.checked && (
        <IconCircleCheck className={styles.checked} size={14} aria-label={t('orders.checked')} />
      )}
    </span>
  );
}

/** Status as dot and word, and a sign where there is a problem. */
export function StatusCell({ row }: RowProps): ReactNode {
  const { t } = useTexts();
  const overdue = useClock((now) => rowOverdue(row, now));
  return (
    <span className={styles.line}>
      <StatusMark stage={row.stage} status={row.status} overdue={overdue} />
      {row.problem !== null && (
        <IconAlertTriangle className={styles.problem} size={14} aria-label={t('orders.problem')} />
      )}
    </span>
  );
}

/** The street gives way, the house never. */
export function AddressCell({ row }: RowProps): ReactNode {
  const { t } = useTexts();
  const { street, house, flat } = addressParts(row, {
    flat: (number) => t('orders.address.flat', { number }),
  });
  if (street === '' && house === '') {
    return <span className={styles.muted}>{insteadOfAddress(t, row) || '—'}</span>;
  }
  return (
    <span className={styles.address}>
      <span className={styles.street}>{shortStreet(street)}</span>
      <span className={styles.house}>{house}</span>
      <span className={styles.flat}>{flat}</span>
    </span>
  );
}

/** The guest, with the badge of a high risk. */
export function GuestCell({ row }: RowProps): ReactNode {
  const { t } = useTexts();
  return (
    <span className={styles.line}>
      <span className={styles.cut}>{row.guest || '—'}</span>
      {row.highRisk && (
        <IconShieldExclamation
          className={styles.problem}
          size={14}
          aria-label={t('orders.high-risk')}
        />
      )}
    </span>
  );
}

/** Longer words than «вчера» leave no room for the time: the date says the same. */
const LONGEST_WORD = 7;

/** The day of a moment in the room of a list: today's is nothing, nor is this year. */
function shortDay(at: Instant, zone: string, format: Format): string {
  const word = format.moment(at, zone).slice(0, -format.clock(at, zone).length).trim();
  const day = word.length > LONGEST_WORD ? format.day(dayOf(at, zone)) : word;
  return day.replace(new RegExp(`[. ]${new Date().getFullYear()}$`), '');
}

/** A moment in the venue's zone: the day gives way, the time never. */
export function MomentCell(props: {
  readonly at: Instant | null;
  readonly zone: string;
  readonly uncertain?: boolean;
}): ReactNode {
  const { t } = useTexts();
  const format = useFormat();
  const { at, zone } = props;
  if (at === null) return <span className={styles.muted}>—</span>;
  const time = format.clock(at, zone);
  const day = shortDay(at, zone, format);
  return (
    <span className={styles.moment}>
      {props.uncertain && <IconClockQuestion size={14} aria-label={t('orders.time-uncertain')} />}
      <span className={styles.cut}>{day}</span>
      <span>{time}</span>
    </span>
  );
}

/** The venue, and the hour of its clock where it is not the PC's. */
export function VenueCell({ row }: RowProps): ReactNode {
  const format = useFormat();
  const at = row.promisedAt ?? row.createdAt;
  const note = at === null ? '' : format.zoneNote(at, row.zone);
  return (
    <span className={styles.line}>
      <span className={styles.cut}>{row.venue || '—'}</span>
      {note && (
        <span className={styles.zoneNote} title={note}>
          {note.replace('UTC', '')}
        </span>
      )}
    </span>
  );
}

/** Time to the promise, counted by the live clock, in two steps of colour before it is missed. */
export function RemainingCell({ row }: RowProps): ReactNode {
  const format = useFormat();
  const { t } = useTexts();
  const { riskMinutes, highRiskMinutes } = usePersonal();
  const text = useClock((now) => {
    const ms = rowRemainingMs(row, now);
    return ms === null ? '—' : format.remaining(ms);
  });
  const risk = useClock((now) => rowRisk(row, now, { riskMinutes, highRiskMinutes }));
  return (
    <span className={styles.remaining} data-risk={risk}>
      {text}
      {risk !== 'none' && <span className={styles.spoken}>{t(`orders.risk.${risk}`)}</span>}
    </span>
  );
}

/** Where the order came from. */
export function SourceCell({ row }: RowProps): ReactNode {
  const { t } = useTexts();
  return row.source || <span className={styles.muted}>{t('orders.source.none')}</span>;
}

/** The order's sum; hover gives its exact value. */
export function SumCell({ row }: RowProps): ReactNode {
  return writeSum(row, useFormat());
}

/** A word that may be missing. */
export function WordCell({ text }: { readonly text: string }): ReactNode {
  return text || <span className={styles.muted}>—</span>;
}
