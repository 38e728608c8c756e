import { describe, expect, it } from 'vitest';
import { commandFor } from '../../../renderer/app/keys/run-by-keys.ts';
import type { Command } from '../../../renderer/shared/commands/command.ts';
import { chordOf, writeChord } from '../../../renderer/shared/commands/key-chord.ts';

const press = (code: string, key: string, held: Partial<KeyboardEvent> = {}) => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

const command = (id: string, keys: string, rest: Partial<Command> = {}): Command => ({
  id,
  keys,
  title: id,
  group: '',
  run: () => undefined,
  ...rest,
});

const COMMANDS = [
  command('palette', 'Ctrl+KeyK'),
  command('shortcuts', 'Shift+Slash'),
  command('undo', 'Ctrl+KeyZ'),
  command('sync', 'F5'),
  command('orders', 'Alt+Digit1'),
  command('hint', 'Enter', { hintOnly: true }),
];

const PAGE = { inField: false, inDialog: false };
const FIELD = { inField: true, inDialog: false };
const find = (...args: Parameters<typeof press>) =>
  commandFor(COMMANDS, press(...args), PAGE)?.id ?? null;
const findInField = (...args: Parameters<typeof press>) =>
  commandFor(COMMANDS, press(...args), FIELD)?.id ?? null;

describe('chords', () => {
  it('are of physical keys, so that any layout works', () => {
    expect(chordOf(press('KeyK', 'л', { ctrlKey: true }))).toBe('Ctrl+KeyK');
    expect(chordOf(press('KeyZ', 'Я', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+KeyZ');
    expect(chordOf(press('Numpad1', '1', { altKey: true }))).toBe('Alt+Digit1');
  });

  it('are written as the keys are labelled', () => {
    expect(writeChord('Ctrl+Shift+KeyZ')).toBe('Ctrl+Shift+Z');
    expect(writeChord('Alt+Digit1')).toBe('Alt+1');
    expect(writeChord('Shift+Slash')).toBe('?');
    expect(writeChord('ArrowUp')).toBe('↑');
  });
});

describe('commandFor', () => {
  it('finds the command of a press', () => {
    expect(find('KeyK', 'л', { ctrlKey: true })).toBe('palette');
    expect(find('F5', 'F5')).toBe('sync');
    expect(find('Digit1', '1', { altKey: true })).toBe('orders');
    expect(find('KeyK', 'k')).toBe(null);
  });

  it('knows the question mark of both layouts, but not while somebody types', () => {
    expect(find('Slash', '?', { shiftKey: true })).toBe('shortcuts');
    expect(find('Digit7', '?', { shiftKey: true })).toBe('shortcuts');
    expect(findInField('Digit7', '?', { shiftKey: true })).toBe(null);
  });

  it('leaves its own undo to a text field, and takes the palette there', () => {
    expect(find('KeyZ', 'z', { ctrlKey: true })).toBe('undo');
    expect(findInField('KeyZ', 'z', { ctrlKey: true })).toBe(null);
    expect(findInField('KeyK', 'k', { ctrlKey: true })).toBe('palette');
    expect(findInField('F5', 'F5')).toBe('sync');
  });

  it('does nothing behind a dialog, and nothing for a mere hint', () => {
    const press5 = press('F5', 'F5');
    expect(commandFor(COMMANDS, press5, { inField: false, inDialog: true })).toBe(null);
    expect(find('Enter', 'Enter')).toBe(null);
  });

  it('prefers what was offered last', () => {
    const both = [...COMMANDS, command('screen-sync', 'F5')];
    expect(commandFor(both, press('F5', 'F5'), PAGE)?.id).toBe('screen-sync');
  });
});
