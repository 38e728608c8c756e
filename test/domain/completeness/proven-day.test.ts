import { describe, expect, it } from 'vitest';
import { staysProven } from '../../../main/domain/completeness.ts';
import {
  CHANGED,
  DAY,
  END,
  HOUR,
  order,
  readAt,
  segment,
  START,
  stored,
  verdict,
} from './day-facts.ts';

describe('a day is complete', () => {
  it('when chain and later window show the same orders', () => {
    expect(verdict()).toBe('complete');
  });

  it('without any order, when both ways looked', () => {
    expect(verdict({ orders: [] })).toBe('complete');
  });

  it('when an order changed after the window and the chain showed it', () => {
    const version = END + 25.5 * HOUR;
    expect(verdict({ orders: [order(stored({ version, seenByChain: version }))] })).toBe(
      'complete',
    );
  });

  it('when an order moved to another day after the window, seen by the chain', () => {
    const version = END + 25.5 * HOUR;
    const moved = order(stored({ version, seenByChain: version, here: false }));
    expect(verdict({ orders: [moved] })).toBe('complete');
  });

  it('when an order came from another day after the window', () => {
    const version = END + 25.5 * HOUR;
    const came = order({ ...stored({ version, seenByChain: version }), window: null });
    expect(verdict({ orders: [came] })).toBe('complete');
  });

  it('when the chain missed an order that by_id and a second window confirmed', () => {
    const confirmed = { version: CHANGED, gone: false, deleted: false, afterRead: 9, attempts: 1 };
    expect(verdict({ orders: [order({ ...stored({ seenByChain: null }), confirmed })] })).toBe(
      'complete',
    );
  });

  it('after a later hole in the chain, once a window was read after it', () => {
    const segments = [
      segment(START - HOUR, END + 30 * HOUR, 'too-old'),
      segment(END + 40 * HOUR, END + 50 * HOUR),
    ];
    const now = END + 50 * HOUR;
    expect(verdict({ segments, now })).toBe('unproven window-pending');
    const orders = [order({ window: { version: CHANGED, revision: END + 41 * HOUR } })];
    const read = readAt(END + 41 * HOUR);
    expect(verdict({ segments, now, read, orders })).toBe('complete');
  });

  it('for good, when the chain followed it until it left the history', () => {
    const segments = [
      segment(START - HOUR, START + 8 * DAY, 'too-old'),
      segment(START + 9 * DAY, START + 9 * DAY),
    ];
    expect(verdict({ segments, now: START + 9 * DAY })).toBe('complete');
  });
});

describe('a day is not complete', () => {
  it('while the chain began after its first order', () => {
    const segments = [segment(START + 11 * HOUR, END + 26 * HOUR)];
    expect(verdict({ segments })).toBe('unproven first-import');
  });

  it('while an order is older than the chain', () => {
    const version = START - 2 * HOUR;
    const old = order({ ...stored({ version }), window: { version, revision: END + 25 * HOUR } });
    expect(verdict({ orders: [old] })).toBe('unproven first-import');
  });

  it('within 24 hours of its end', () => {
    const now = END + 23 * HOUR;
    expect(verdict({ now, segments: [segment(START - HOUR, now)], read: readAt(now - HOUR) })).toBe(
      'unproven not-yet-over',
    );
  });

  it('without a window read, or with one that was made too early or ended too late', () => {
    expect(verdict({ read: null })).toBe('unproven window-pending');
    const early = order({ window: { version: CHANGED, revision: END + 23 * HOUR } });
    expect(verdict({ read: readAt(END + 23 * HOUR), orders: [early] })).toBe(
      'unproven window-pending',
    );
    const late = readAt(END + 25 * HOUR, { finishedAt: START + 8 * DAY });
    expect(verdict({ read: late })).toBe('unproven window-pending');
  });

  it('when the chain has a hole in the day, whether or not it was read again', () => {
    const segments = [
      segment(START - HOUR, START + 20 * HOUR, 'too-old'),
      segment(START + 32 * HOUR, END + 26 * HOUR),
    ];
    expect(verdict({ segments })).toBe('unproven chain-broken-reread');
    expect(verdict({ segments, read: null })).toBe('unproven chain-broken');
  });

  it('while the chain is behind the window', () => {
    const read = readAt(END + 25 * HOUR, { maxRevision: END + 27 * HOUR });
    expect(verdict({ read })).toBe('unproven chain-behind');
    const version = END + 27 * HOUR;
    const orders = [order({ ...stored({ version }), window: { version, revision: version } })];
    expect(verdict({ orders })).toBe('unproven chain-behind');
  });

  it('when it left the history unread', () => {
    expect(
      verdict({
        read: null,
        now: START + 8 * DAY,
        segments: [segment(START - HOUR, START + 8 * DAY)],
      }),
    ).toBe('unproven outside-history');
  });

  it('while something of it could not be read', () => {
    expect(verdict({ read: readAt(END + 25 * HOUR, { quarantined: 1 }) })).toBe(
      'unproven quarantined',
    );
    expect(verdict({ unreadable: 1 })).toBe('unproven quarantined');
    expect(verdict({ unplaced: 1 })).toBe('unproven venue-unknown');
  });
});

describe('parts of a window at different revisions', () => {
  it('leave a hole that an order moved through: not explained by the later part', () => {
    const version = END + 25 * HOUR - 1;
    const slipped = order({ ...stored({ version, seenByChain: version }), window: null });
    expect(verdict({ orders: [slipped] })).toBe('healing difference');
  });

  it('are each compared at their own revision', () => {
    const version = END + 25 * HOUR - 1;
    const later = order({
      ...stored({ version, seenByChain: version }),
      window: { version: CHANGED, revision: version - 1 },
    });
    expect(verdict({ orders: [later] })).toBe('complete');
  });
});

it('a proven day that left the history stays proven only by changes that the chain showed', () => {
  expect(staysProven([{ version: 5, seenByChain: null }], 5)).toBe(true);
  expect(staysProven([{ version: 6, seenByChain: 6 }], 5)).toBe(true);
  expect(staysProven([{ version: 6, seenByChain: 5 }], 5)).toBe(false);
});
