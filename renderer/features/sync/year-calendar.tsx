import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { DayProof } from '../../../main/contract/sync.ts';
import type { Day } from '../../../main/domain/local-time.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { moved } from './calendar-model.ts';
import styles from './year-calendar.module.css';
import { yearCell, yearWeeks } from './year-model.ts';

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** A Monday: weekdays are named after the days from it. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

type Weeks = ReturnType<typeof yearWeeks>;

/** The month's name over the week that its first day is in. */
function MonthHeads({ weeks }: { readonly weeks: Weeks }): ReactNode {
  const { i18n } = useTranslation();
  const name = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' });
  const firstOf = (week: Weeks[number]): Day | undefined =>
    week.find((day): day is Day => day?.endsWith('-01') === true);
  return (
    <tr>
      <td />
      {weeks.map((week, column) => {
        const first = firstOf(week);
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <td key={column} className={styles.month}>
            {first && <span aria-hidden>{name.format(Date.parse(first))}</span>}
          </td>
        );
      })}
    </tr>
  );
}

function DayBox(props: {
  readonly day: Day;
  readonly proof: DayProof | undefined;
  readonly reachable: boolean;
  readonly onPick: () => void;
}): ReactNode {
  const { day, proof, reachable, onPick } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { state, share, venues } = yearCell(proof);
  const counts = { count: venues, complete: format.figure(proof?.complete ?? 0), venues };
  const said = state === 'unstated' ? t('sync.cell.unstated') : t('sync.year.cell', counts);
  const label = `${format.day(day)}: ${said}`;
  return (
    <button
      type="button"
      className={`${styles.box} ${styles[state]}`}
      // Shares are values, not looks: the stylesheet draws them.
      style={{ '--share': share } as CSSProperties}
      tabIndex={reachable ? 0 : -1}
      aria-label={label}
      title={label}
      onClick={onPick}
    />
  );
}

/** A year of proof, a cell a day: what is wrong anywhere stands out; a day opens its venues. */
export function YearCalendar(props: {
  readonly to: Day;
  readonly days: readonly DayProof[];
  readonly onPick: (day: Day) => void;
}): ReactNode {
  const { to, days, onPick } = props;
  const { t, i18n } = useTranslation();
  const weeks = useMemo(() => yearWeeks(to), [to]);
  const proofs = useMemo(() => new Map(days.map((proof) => [proof.day, proof])), [days]);
  const [at, setAt] = useState({ row: 0, column: weeks.length - 1 });
  const body = useRef<HTMLTableSectionElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  // The newest days matter most: they are the ones seen where not all fit.
  useLayoutEffect(() => {
    scroll.current?.scrollTo({ left: scroll.current.scrollWidth });
  }, [to]);
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const move = (event: KeyboardEvent): void => {
    const next = moved(at, event.key, { rows: WEEKDAYS.length, columns: weeks.length });
    if (!next || weeks[next.column]?.[next.row] == null) return;
    event.preventDefault();
    setAt(next);
    const row = body.current?.rows[next.row];
    row?.cells[next.column + 1]?.querySelector('button')?.focus();
  };
  return (
    <div className={styles.scroll} ref={scroll}>
      <table className={styles.table} aria-label={t('sync.year')}>
        <thead>
          <MonthHeads weeks={weeks} />
        </thead>
        <tbody ref={body} onKeyDown={move}>
          {WEEKDAYS.map((row) => (
            <tr key={row}>
              <th scope="row" className={styles.weekday}>
                {weekday.format(MONDAY + row * DAY_MS)}
              </th>
              {weeks.map((week, column) => (
                <td key={week[row] ?? `none ${column}`} className={styles.cell}>
                  {week[row] && (
                    <DayBox
                      day={week[row]}
                      proof={proofs.get(week[row])}
                      reachable={at.row === row && at.column === column}
                      onPick={() => onPick(week[row]!)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
