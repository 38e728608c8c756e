import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { PLUGIN_TEXT, TillFiles, TIMEOUT } from '../support/till-files.ts';
import { testCount } from '../support/test-count.ts';

const STEPS = testCount(60, 20_000);
/** Each life has a file of its own: thousands of versions are more than any file ever has. */
const LONGEST_LIFE = 1000;
const SEED = Number(process.env['SEED'] ?? 47);
const lives = Array.from({ length: Math.ceil(STEPS / LONGEST_LIFE) }, (_, life) => ({
  steps: Math.min(LONGEST_LIFE, STEPS - life * LONGEST_LIFE),
  seed: SEED + life,
}));

let desk: TillFiles;
beforeEach(() => {
  desk = new TillFiles();
});
afterEach(() => desk.close());

/** What a person expects: contents one can go back and forth between. */
type Expected = { past: string[]; future: string[] };

const withTimeout = (text: string, value: number): string =>
  text.replace(/(Milliseconds>)\d+</, `$1${value}<`);

async function step(dice: Dice, expected: Expected): Promise<void> {
  const shown = await desk.openPlugin();
  const base = { fileId: shown.file.id, baseHash: shown.file.hash, accepted: [] };
  const { past, future } = expected;
  const now = past.at(-1) ?? '';
  const push = (text: string): void => {
    if (text === now) return;
    past.push(text);
    future.length = 0;
  };
  switch (dice.below(7)) {
    case 0: {
      const value = 30_000 + dice.below(5);
      await desk.edit(shown, [{ element: TIMEOUT, value: String(value) }]);
      return push(withTimeout(now, value));
    }
    case 1: {
      const text = `${shown.text.replaceAll('\r\n', '\n')}<!-- ${dice.below(100)} -->\n`;
      await desk.ask.save({ ...base, change: { type: 'text', text }, why: '' });
      return push(text.replaceAll('\n', '\r\n'));
    }
    case 2: {
      const outside = withTimeout(now, 40_000 + dice.below(1000));
      writeFileSync(desk.pluginPath, outside);
      await desk.openPlugin();
      return push(outside);
    }
    case 3: {
      const history = await desk.ask.history({ fileId: shown.file.id });
      const version = history[dice.below(history.length)]!;
      const { text } = await desk.ask.version({ versionId: version.id });
      const change = { type: 'version' as const, versionId: version.id };
      await desk.ask.save({ ...base, change, why: '' });
      return push(text ?? '');
    }
    case 4:
      return desk.restart();
    case 5:
      expect(shown.canUndo).toBe(past.length > 1);
      if (!shown.canUndo) return;
      await desk.ask.undo(base);
      future.push(past.pop() ?? '');
      return;
    default:
      expect(shown.canRedo).toBe(future.length > 0);
      if (!shown.canRedo) return;
      await desk.ask.redo(base);
      past.push(future.pop() ?? '');
  }
}

it.each(lives)(
  '$steps random edits, outside changes, undos, redos, restores and restarts (seed $seed)',
  { timeout: 60_000 + LONGEST_LIFE * 400 },
  async ({ steps, seed }) => {
    const dice = new Dice(seed);
    const expected: Expected = { past: [PLUGIN_TEXT], future: [] };
    for (let at = 0; at < steps; at += 1) {
      await step(dice, expected);
      expect([at, desk.onDisk()]).toEqual([at, expected.past.at(-1)]);
    }
    let shown = await desk.openPlugin();
    // All the way back: nothing was ever lost.
    while (shown.canUndo) {
      await desk.ask.undo({ fileId: shown.file.id, baseHash: shown.file.hash, accepted: [] });
      shown = await desk.openPlugin();
    }
    expect(desk.onDisk()).toBe(PLUGIN_TEXT);
  },
);
