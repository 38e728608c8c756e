import type { FocusHow } from './table-focus.ts';

/** What a key press means in a table; null: not for the table. */
export type TableCommand =
  | Readonly<{ type: 'go'; to: number; how: FocusHow }>
  | Readonly<{ type: 'all' | 'copy' | 'open' | 'preview' | 'escape' }>;

/** What must be known to read a key press. */
export type TablePlace = Readonly<{ active: number | null; count: number; pageRows: number }>;

/** The parts of a keyboard event that matter; `code` finds letters in any keyboard layout. */
export type KeyPress = Readonly<{
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}>;

/** Reads a key press. */
export function tableCommand(press: KeyPress, place: TablePlace): TableCommand | null {
  if (press.altKey || place.count === 0) return press.key === 'Escape' ? { type: 'escape' } : null;
  const control = press.ctrlKey || press.metaKey;
  if (control && press.code === 'KeyA') return { type: 'all' };
  if (control && press.code === 'KeyC') return { type: 'copy' };
  const to = target(press.key, place);
  if (to !== null) return { type: 'go', to, how: howOf(press.shiftKey, control) };
  return action(press, control, place);
}

function action(press: KeyPress, control: boolean, place: TablePlace): TableCommand | null {
  if (press.key === 'Escape') return { type: 'escape' };
  if (press.key === 'Enter' && !control) return { type: 'open' };
  if (press.key !== ' ') return null;
  return control ? { type: 'go', to: place.active ?? 0, how: 'toggle' } : { type: 'preview' };
}

function howOf(shift: boolean, control: boolean): FocusHow {
  if (shift) return 'extend';
  return control ? 'pass' : 'alone';
}

function target(key: string, { active, count, pageRows }: TablePlace): number | null {
  const at = active ?? -1;
  const kept = (row: number): number => Math.min(count - 1, Math.max(0, row));
  switch (key) {
    case 'ArrowDown':
      return kept(at + 1);
    case 'ArrowUp':
      return kept(at - 1);
    case 'PageDown':
      return kept(at + pageRows);
    case 'PageUp':
      return kept(at - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
