import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOffMs } from '../../../main/sources/http/back-off.ts';
import { createGate } from '../../../main/sources/http/gate.ts';
import { createPace } from '../../../main/sources/http/pace.ts';
import { readText } from '../../../main/sources/http/read-body.ts';
import { readRetryAfter } from '../../../main/sources/http/retry-after.ts';

const never = new AbortController().signal;

describe('back-off', () => {
  it('doubles, keeps half of it sure, and stops at a minute', () => {
    expect([1, 2, 3].map((attempt) => backOffMs(attempt, 1000, 0))).toEqual([500, 1000, 2000]);
    expect([1, 2, 3].map((attempt) => backOffMs(attempt, 1000, 0.999))).toEqual([1000, 1999, 3998]);
    expect(backOffMs(30, 1000, 0.999)).toBeLessThanOrEqual(60_000);
  });
});

describe('Retry-After', () => {
  const at = Date.UTC(2026, 10, 20, 12);
  it.each([
    ['7', 7000],
    [' 0 ', 0],
    ['1.5', 1500],
    ['Fri, 20 Nov 2026 12:00:30 GMT', 30_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['', null],
    [null, null],
  ])('%s is %s ms by the server’s clock', (header, ms) => {
    expect(readRetryAfter(header, at)).toBe(ms);
  });
});

describe('gate', () => {
  it('lets one through at a time, in order, also after a failure', async () => {
    const gate = createGate();
    const events: string[] = [];
    const task = (name: string, fails = false) =>
      gate.run(async () => {
        events.push(`${name} in`);
        await new Promise((resolve) => setTimeout(resolve, 2));
        events.push(`${name} out`);
        if (fails) throw new Error(name);
      }, never);
    await Promise.allSettled([task('a', true), task('b'), task('c')]);
    expect(events).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  it('lets an aborted caller leave the queue at once and skips its task', async () => {
    const gate = createGate();
    let finish = (): void => undefined;
    const first = gate.run(() => new Promise<void>((resolve) => (finish = resolve)), never);
    const leaver = new AbortController();
    let ran = false;
    const second = gate.run(async () => {
      ran = true;
    }, leaver.signal);
    leaver.abort();
    await expect(second).rejects.toThrow('left the queue');
    finish();
    await first;
    await gate.run(async () => undefined, never);
    expect(ran).toBe(false);
  });
});

describe('pace', () => {
  it('keeps requests apart and honours the longest silence asked for', () => {
    let now = 1000;
    const pace = createPace(200, () => now);
    expect(pace.nextWaitMs()).toBe(0);
    pace.started();
    expect(pace.nextWaitMs()).toBe(200);
    pace.hold(5000);
    pace.hold(1000);
    now += 2000;
    expect(pace.nextWaitMs()).toBe(3000);
  });

  it('never waits longer than asked when the PC clock jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 8 }), (jumps) => {
        let now = 0;
        const pace = createPace(0, () => now);
        pace.hold(5000);
        for (const jump of jumps) {
          now += jump;
          expect(pace.nextWaitMs()).toBeLessThanOrEqual(5000);
          expect(pace.nextWaitMs()).toBeGreaterThanOrEqual(0);
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('body text', () => {
  const textOf = async (parts: readonly Uint8Array[], type: string): Promise<string | null> => {
    const body = Readable.toWeb(Readable.from(parts));
    const response = new Response(body as BodyInit, { headers: { 'content-type': type } });
    return (await readText(response, 100))!.text?.toString() ?? null;
  };

  it('follows the charset and refuses what is no text in it', async () => {
    const cyrillic1251 = [Uint8Array.from([0xcf, 0xe8, 0xf6, 0xf6, 0xe0])];
    expect(await textOf(cyrillic1251, 'application/json; charset=windows-1251')).toBe('Пицца');
    expect(await textOf(cyrillic1251, 'application/json')).toBeNull();
    const marked = [Buffer.from('\uFEFF{}')];
    expect(await textOf(marked, 'application/json; charset=strange')).toBe('{}');
  });

  it('puts a letter together that came in two pieces, and misses its second half', async () => {
    const bytes = Buffer.from('Пицца');
    expect(await textOf([bytes.subarray(0, 3), bytes.subarray(3)], 'text/plain')).toBe('Пицца');
    expect(await textOf([bytes.subarray(0, 3)], 'text/plain')).toBeNull();
  });

  it('stops at the limit', async () => {
    expect(await readText(new Response('a'.repeat(101)), 100)).toBeNull();
    expect(await readText(new Response('a'.repeat(100)), 100)).toEqual({
      bytes: 100,
      text: Buffer.from('a'.repeat(100)),
    });
    expect(await readText(new Response(null), 100)).toEqual({ bytes: 0, text: Buffer.alloc(0) });
  });
});
