import { describe, expect, test } from 'vitest';
import type { ConfigEditor } from '../../../main/features/fleet/index.ts';
import { change, fleetOfTest, TILLS } from './fleet-of-tills.ts';

const tills = fleetOfTest();

/** What stops a process: nothing below may catch it, nothing after it runs. */
class Killed extends Error {}

/** The editor of a process that dies at its `at`-th call, before the call or after it. */
function dying(at: number, when: 'before' | 'after'): ConfigEditor {
  let calls = 0;
  const alive = tills().files.handlers;
  const mortal =
    <Input, Output>(ask: (input: Input) => Output | Promise<Output>) =>
    async (input: Input): Promise<Output> => {
      calls += 1;
      if (calls === at && when === 'before') throw new Killed();
      const answer = await ask(input);
      if (calls === at) throw new Killed();
      return answer;
    };
  return {
    ...alive,
    open: mortal(alive.open),
    preview: mortal(alive.preview),
    save: mortal(alive.save),
  };
}

/** Three calls a file: open, preview, save. */
const BOUNDARIES = Array.from({ length: TILLS * 3 }, (_, index) => index + 1).flatMap((at) =>
  (['before', 'after'] as const).map((when) => ({ at, when })),
);

describe.each(BOUNDARIES)('a roll-out killed $when call $at of its writes', ({ at, when }) => {
  async function killed(): Promise<number> {
    const fleet = tills().open(dying(at, when));
    const fileIds = await tills().targets();
    const work = async (): Promise<void> => {
      const { id } = await fleet.start({ ...change, fileIds });
      await fleet.proceed({ rollOutId: id });
    };
    await expect(work()).rejects.toBeInstanceOf(Killed);
    tills().restart();
    const [rollOut] = await tills().open().rollOuts({});
    expect(rollOut).toMatchObject({ state: 'open', running: false });
    return rollOut!.id;
  }

  test('is resumed to its end', async () => {
    const rollOutId = await killed();
    const fleet = tills().open();
    const next = await fleet.proceed({ rollOutId });
    if (next.state === 'canary-written') await fleet.proceed({ rollOutId });
    expect((await fleet.rollOuts({}))[0]?.state).toBe('finished');
    expect(tills().timeouts()).toEqual(['30000', '30000', '30000', '30000']);
  });

  test('is taken back byte for byte', async () => {
    const before = tills().contents();
    const rollOutId = await killed();
    expect((await tills().open().undo({ rollOutId })).state).toBe('undone');
    expect(tills().contents()).toEqual(before);
  });
});

describe('a roll-out killed while it is taken back', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('at its call %i goes on with that', async (at) => {
    const before = tills().contents();
    const fileIds = await tills().targets();
    const { id } = await tills()
      .open()
      .start({ ...change, fileIds });
    await tills().open().proceed({ rollOutId: id });
    const kill = tills().open(dying(at, 'after')).undo({ rollOutId: id });
    await expect(kill).rejects.toBeInstanceOf(Killed);
    expect((await tills().open().rollOuts({}))[0]?.state).toBe('undo-open');
    expect((await tills().open().undo({ rollOutId: id })).state).toBe('undone');
    expect(tills().contents()).toEqual(before);
  });
});
