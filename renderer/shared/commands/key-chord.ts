/** What of a key press matters for a chord. */
export type KeyPress = Readonly<
  Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
>;

/** The press as a chord, `Ctrl+Shift+KeyZ`: physical keys, the same in every layout. */
export function chordOf(press: KeyPress): string {
  const parts = [];
  if (press.ctrlKey || press.metaKey) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey) parts.push('Shift');
  return [
    ...parts,
    press.code.replace(/^Numpad(?=\d|Enter)/, 'Digit').replace('DigitEnter', 'Enter'),
  ].join('+');
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Slash: '?',
  Comma: ',',
  Period: '.',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
};

/** How the chord is written on the keys: `Ctrl+Shift+Z`. */
export function writeChord(chord: string): string {
  if (chord === 'Shift+Slash') return '?';
  return chord
    .split('+')
    .map((part) => NAMES[part] ?? part.replace(/^(Key|Digit)/, ''))
    .join('+');
}

/** Such keys are commands even while somebody types. */
export const worksInFields = (chord: string): boolean =>
  /^(Ctrl|Alt)\+/.test(chord) || /^F\d+$/.test(chord);
