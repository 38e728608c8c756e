import type { Notification } from 'electron';
import type { Notice } from './alarm-notices.ts';

/** Older ones have left the screen long ago. */
const KEPT = 20;

type NoticeMaker = new (notice: Notice) => Pick<Notification, 'on' | 'show'>;

/**
 * Shows notices of the system; a click on one brings the window. They are kept at hand meanwhile: one
 * that nobody refers to is collected with its click.
 */
export function noticesBy(Maker: NoticeMaker, clicked: () => void): (notice: Notice) => void {
  let kept: Pick<Notification, 'show'>[] = [];
  return (notice) => {
    const shown = new Maker(notice);
    shown.on('click', clicked);
    shown.show();
    kept = [...kept, shown].slice(-KEPT);
  };
}
