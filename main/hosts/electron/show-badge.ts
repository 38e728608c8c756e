import type { BrowserWindow, NativeImage } from 'electron';
import type { Texts } from '../texts.ts';
import type { DeskState } from './desk-state.ts';
import { stateText } from './state-text.ts';

/** Marks the button of the task bar while something asks for somebody. */
export function showBadge(
  window: Pick<BrowserWindow, 'setOverlayIcon' | 'isDestroyed'>,
  badge: NativeImage,
  state: DeskState,
  texts: Pick<Texts, 'text'>,
): void {
  if (window.isDestroyed()) return;
  const told = stateText(state, texts);
  window.setOverlayIcon(told === '' ? null : badge, told);
}
