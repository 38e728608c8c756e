import type { Application } from '../../application.ts';
import type { OrderAlarm } from '../../contract/orders.ts';
import type { PersonalSettings } from '../../contract/settings.ts';
import type { Texts } from '../texts.ts';

export type Notice = Readonly<{ title: string; body: string }>;

type Alarms = PersonalSettings['alarms'];

/** More at once than anybody reads one by one. */
const SHOWN_ONE_BY_ONE = 3;

/**
 * Tells alarms of the core as notices of the system, so that they are seen while the window is
 * minimised; kinds and quiet hours are the active profile's. Answers how to stop.
 */
export function tellAlarms(
  application: Application,
  texts: () => Texts,
  personal: () => PersonalSettings | null,
  show: (notice: Notice) => void,
  minuteOfDay: () => number,
): () => void {
  return application.subscribe((topic, value) => {
    if (topic !== 'orders.changed') return;
    const wanted = personal()?.alarms;
    if (!wanted || isQuiet(wanted, minuteOfDay())) return;
    const { alarms } = value as { alarms: readonly OrderAlarm[] };
    const told = alarms.filter(({ kind }) => wanted[kind].notice);
    for (const notice of noticesOf(told, texts())) show(notice);
  });
}

/** Whether the minute lies in the quiet hours, which may run over midnight; equal ends: never. */
export function isQuiet({ quietFrom, quietTo }: Alarms, minute: number): boolean {
  if (quietFrom <= quietTo) return minute >= quietFrom && minute < quietTo;
  return minute >= quietFrom || minute < quietTo;
}

function noticesOf(alarms: readonly OrderAlarm[], { text }: Texts): readonly Notice[] {
  if (alarms.length > SHOWN_ONE_BY_ONE) {
    const body = text('desktop.notice.many', { count: alarms.length });
    return [{ title: text('desktop.name'), body }];
  }
  return alarms.map(({ kind, number, venue }) => ({
    title: text(`desktop.notice.${kind}`, { number }),
    body: venue,
  }));
}
