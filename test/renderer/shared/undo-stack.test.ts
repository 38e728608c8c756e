import { beforeEach, describe, expect, it } from 'vitest';
import {
  createUndoStack,
  type Edit,
  type UndoStack,
} from '../../../renderer/shared/undo/undo-stack.ts';

let log: string[] = [];
let stack: UndoStack;

const edit = (title: string): Edit => ({
  title,
  undo: async () => void log.push(`−${title}`),
  redo: async () => void log.push(`+${title}`),
});

beforeEach(() => {
  log = [];
  stack = createUndoStack();
});

describe('undo stack', () => {
  it('takes edits back newest first and repeats them oldest first', async () => {
    stack.did(edit('a'));
    stack.did(edit('b'));
    expect((await stack.undo())?.title).toBe('b');
    expect((await stack.undo())?.title).toBe('a');
    expect(await stack.undo()).toBe(null);
    await stack.redo();
    await stack.redo();
    expect(await stack.redo()).toBe(null);
    expect(log).toEqual(['−b', '−a', '+a', '+b']);
  });

  it('keeps every edit, however many', async () => {
    for (let n = 0; n < 1000; n += 1) stack.did(edit(`${n}`));
    for (let n = 0; n < 1000; n += 1) await stack.undo();
    expect([log.length, log.at(-1)]).toEqual([1000, '−0']);
  });

  it('forgets what could be repeated once something new is done', async () => {
    stack.did(edit('a'));
    await stack.undo();
    stack.did(edit('b'));
    expect(await stack.redo()).toBe(null);
  });

  it('keeps an edit whose way back failed, so that it can be tried again', async () => {
    let broken = true;
    stack.did({
      ...edit('a'),
      undo: async () => {
        if (broken) throw new Error('no line');
        log.push('−a');
      },
    });
    await expect(stack.undo()).rejects.toThrow('no line');
    broken = false;
    expect((await stack.undo())?.title).toBe('a');
    expect(log).toEqual(['−a']);
  });

  it('does one step at a time: a second press meanwhile waits for the first', async () => {
    const steps: string[] = [];
    const slow = (title: string): Edit => ({
      ...edit(title),
      undo: async () => {
        steps.push(`${title} begins`);
        await new Promise((done) => setTimeout(done, 5));
        steps.push(`${title} ends`);
      },
    });
    stack.did(slow('a'));
    stack.did(slow('b'));
    const [first, second] = await Promise.all([stack.undo(), stack.undo()]);
    expect([first?.title, second?.title]).toEqual(['b', 'a']);
    expect(steps).toEqual(['b begins', 'b ends', 'a begins', 'a ends']);
  });

  it('takes an edit back once however often its toast is pressed', async () => {
    const one = edit('b');
    stack.did(edit('a'));
    stack.did(one);
    expect(await Promise.all([stack.undoOnly(one), stack.undoOnly(one)])).toEqual([true, false]);
    expect(log).toEqual(['−b']);
  });

  it('takes back from a toast only the edit that the toast named', async () => {
    const old = edit('a');
    stack.did(old);
    stack.did(edit('b'));
    expect(await stack.undoOnly(old)).toBe(false);
    expect(log).toEqual([]);
    await stack.undo();
    expect(await stack.undoOnly(old)).toBe(true);
    expect(log).toEqual(['−b', '−a']);
  });
});
