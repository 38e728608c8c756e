import type { Command } from '../../shared/commands/command.ts';
import { chordOf, worksInFields, type KeyPress } from '../../shared/commands/key-chord.ts';

/** What of the page decides whether a key press is a command. */
export type PressPlace = Readonly<{ inField: boolean; inDialog: boolean }>;

/** A text field keeps its own undo. */
const FIELD_OWNS = new Set(['Ctrl+KeyZ', 'Ctrl+Shift+KeyZ', 'Ctrl+KeyY', 'Ctrl+KeyA', 'Ctrl+KeyC']);

/** The command of a key press, the newest offered first; null when the press belongs to the page. */
export function commandFor(
  commands: readonly Command[],
  press: KeyPress & Readonly<{ key: string }>,
  place: PressPlace,
): Command | null {
  if (place.inDialog) return null;
  const chord = press.key === '?' && !place.inField ? 'Shift+Slash' : chordOf(press);
  if (place.inField && (FIELD_OWNS.has(chord) || !worksInFields(chord))) {
    return commands.findLast((one) => one.keys === chord && one.inFields) ?? null;
  }
  return commands.findLast((one) => one.keys === chord && !one.hintOnly) ?? null;
}
