import type { OrderAlarm, PinnedRow } from '../../../../main/contract/orders.ts';
import type { PersonalSettings } from '../../../../main/contract/settings.ts';

type Alarms = PersonalSettings['alarms'];

/** True in the quiet hours; both in minutes from midnight, the end may lie after midnight. */
export function isQuiet(alarms: Pick<Alarms, 'quietFrom' | 'quietTo'>, minute: number): boolean {
  const { quietFrom, quietTo } = alarms;
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo
    ? quietFrom <= minute && minute < quietTo
    : quietFrom <= minute || minute < quietTo;
}

/** Each alarm sounds once. */
export const alarmKey = ({ kind, orderId }: OrderAlarm): string => `${kind}-${orderId}`;

/** What the clock alone makes an alarm: a promise that was missed, a start that was not made. */
export function alarmsOfPinned(rows: readonly PinnedRow[]): readonly OrderAlarm[] {
  return rows.flatMap(({ id, number, venue, reasons }) => {
    const order = { orderId: id, number, venue };
    const alarms: OrderAlarm[] = [];
    if (reasons.includes('late')) alarms.push({ kind: 'late', ...order });
    if (reasons.includes('cooking-overdue')) alarms.push({ kind: 'time-to-cook', ...order });
    return alarms;
  });
}

/** The alarms that nobody heard yet; those given as known count as heard. */
export function unheard(
  alarms: readonly OrderAlarm[],
  heard: ReadonlySet<string>,
): readonly OrderAlarm[] {
  return alarms.filter((alarm) => !heard.has(alarmKey(alarm)));
}
