import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Completeness } from '../../../main/contract/sync.ts';
import type { Day } from '../../../main/domain/local-time.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { calendarRows, daysUpTo, moved, type CalendarRow } from './calendar-model.ts';
import styles from './calendar.module.css';
import { STATE_MARKS } from './state-marks.ts';

type Select = (statement: Completeness | null) => void;

function DayHeads({ days }: { readonly days: readonly Day[] }): ReactNode {
  const { i18n, t } = useTranslation();
  const format = useFormat();
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(day).getUTCDay());
  return (
    <tr>
      <th scope="col" className={styles.corner}>
        {t('sync.venue')}
      </th>
      {days.map((day) => (
        <th
          key={day}
          scope="col"
          className={isWeekend(day) ? styles.weekend : styles.day}
          title={format.day(day)}
        >
          <span className={styles.weekday}>{weekday.format(Date.parse(day))}</span>
          <span>{day.slice(8)}</span>
        </th>
      ))}
    </tr>
  );
}

function Cell(props: {
  readonly statement: Completeness | null;
  readonly day: Day;
  readonly venue: string;
  readonly reachable: boolean;
  readonly selected: boolean;
  readonly onPick: () => void;
}): ReactNode {
  const { statement, day, venue, reachable, selected, onPick } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const tabIndex = reachable ? 0 : -1;
  const state = statement?.state ?? 'unstated';
  const orders = statement?.orders ?? 0;
  const said = t(`sync.cell.${state}`, { count: orders, orders: format.number(orders) });
  const label = `${venue}, ${format.day(day)}: ${said}`;
  const Mark = statement && STATE_MARKS[statement.state];
  return (
    <td className={styles.cell}>
      <button
        type="button"
        className={`${styles.box} ${styles[state]} ${selected ? styles.selected : ''}`}
        tabIndex={tabIndex}
        aria-label={label}
        aria-pressed={selected}
        title={label}
        onClick={onPick}
      >
        {Mark ? <Mark size={13} stroke={2.25} aria-hidden /> : '·'}
        {statement && <span>{format.number(orders)}</span>}
      </button>
    </td>
  );
}

function VenueRow(props: {
  readonly row: CalendarRow;
  readonly days: readonly Day[];
  /** The column that Tab reaches; null in the other rows. */
  readonly reachable: number | null;
  readonly selectedDay: Day | null;
  readonly onPick: (column: number) => void;
}): ReactNode {
  const { row, days, reachable, selectedDay, onPick } = props;
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" className={styles.venue} title={row.venue}>
        {row.venue || t('sync.venue.unnamed')}
      </th>
      {days.map((day, column) => (
        <Cell
          key={day}
          statement={row.cells[column] ?? null}
          day={day}
          venue={row.venue}
          reachable={reachable === column}
          selected={selectedDay === day}
          onPick={() => onPick(column)}
        />
      ))}
    </tr>
  );
}

/** Venues down, days across: each cell says what is proven of it and opens its statement. */
export function CompletenessCalendar(props: {
  readonly to: Day;
  readonly span: number;
  readonly entries: readonly Completeness[];
  readonly selected: Completeness | null;
  readonly onSelect: Select;
}): ReactNode {
  const { to, span, entries, selected, onSelect } = props;
  const { t } = useTranslation();
  const days = useMemo(() => daysUpTo(to, span), [to, span]);
  const rows = useMemo(() => calendarRows(entries, days), [entries, days]);
  const [at, setAt] = useState({ row: 0, column: span - 1 });
  const body = useRef<HTMLTableSectionElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  // The newest days matter most: they are the ones seen where not all fit.
  useLayoutEffect(() => {
    scroll.current?.scrollTo({ left: scroll.current.scrollWidth });
  }, [to, span]);
  useEffect(() => {
    const pressed = body.current?.querySelector('[aria-pressed="true"]');
    pressed?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [selected]);
  const press = (event: KeyboardEvent): void => {
    const next = moved(at, event.key, { rows: rows.length, columns: days.length });
    if (event.key === 'Escape') onSelect(null);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    const boxes = body.current?.rows[next.row]?.querySelectorAll('button');
    boxes?.[next.column]?.focus();
  };
  return (
    <div ref={scroll} className={styles.scroll}>
      <table className={styles.table} aria-label={t('sync.completeness')}>
        <thead>
          <DayHeads days={days} />
        </thead>
        {/* The arrows move between the buttons inside. */}
        <tbody ref={body} onKeyDown={press}>
          {rows.map((row, index) => (
            <VenueRow
              key={row.venueId}
              row={row}
              days={days}
              reachable={Math.min(at.row, rows.length - 1) === index ? at.column : null}
              selectedDay={selected?.venueId === row.venueId ? selected.day : null}
              onPick={(column) => {
                setAt({ row: index, column });
                onSelect(row.cells[column] ?? null);
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
