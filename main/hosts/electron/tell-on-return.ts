import type { PowerMonitor } from 'electron';
import type { Texts } from '../texts.ts';
import type { Notice } from './alarm-notices.ts';

/** A notice of Windows shows four lines. */
const NAMED = 3;

type Events = Pick<PowerMonitor, 'on'>;

/**
 * Shows notices at once, and those of a locked screen or a remote session that was left once more,
 * as one, when the person is back: Windows does not show them over a locked screen.
 */
export function tellOnReturn(
  power: Events,
  texts: () => Pick<Texts, 'text'>,
  show: (notice: Notice) => void,
): (notice: Notice) => void {
  let away = false;
  let missed: Notice[] = [];
  power.on('lock-screen', () => {
    away = true;
  });
  power.on('unlock-screen', () => {
    const told = missed;
    [away, missed] = [false, []];
    if (told.length > 0) show(summary(told, texts()));
  });
  return (notice) => {
    if (away) missed.push(notice);
    show(notice);
  };
}

function summary(missed: readonly Notice[], { text }: Pick<Texts, 'text'>): Notice {
  const rest = missed.length - NAMED;
  const lines = missed.slice(0, NAMED).map(({ title, body }) => `${title} · ${body}`);
  if (rest > 0) lines.push(text('desktop.notice.more', { count: rest }));
  return { title: text('desktop.notice.missed'), body: lines.join('\n') };
}
