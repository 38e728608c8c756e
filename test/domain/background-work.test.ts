import { describe, expect, it } from 'vitest';
import { workInBackground } from '../../main/domain/background-work.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work in the background', () => {
  it('runs once however often it is woken, and again when woken after its end', async () => {
    let runs = 0;
    const work = workInBackground(
      async () => {
        runs += 1;
        await turn();
      },
      () => undefined,
    );
    work.wake();
    work.wake();
    await work.settled();
    expect(runs).toBe(1);
    await work.settled();
    expect(runs).toBe(2);
  });

  it('tells of a failure once, and is not stopped by it for good', async () => {
    const failures: unknown[] = [];
    let broken = true;
    const work = workInBackground(
      async () => {
        await turn();
        if (broken) throw new Error('full');
      },
      (error) => failures.push(error),
    );
    work.wake();
    await expect(work.settled()).rejects.toThrow('full');
    expect(failures).toHaveLength(1);
    broken = false;
    await work.settled();
    expect(failures).toHaveLength(1);
  });
});
