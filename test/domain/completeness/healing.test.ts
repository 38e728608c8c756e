import { describe, expect, it } from 'vitest';
import { judgeDay } from '../../../main/domain/completeness.ts';
import type { OrderFacts } from '../../../main/domain/orders/order-standing.ts';
import { CHANGED, DAY, END, facts, HOUR, order, START, stored, verdict } from './day-facts.ts';

describe('a difference is healed', () => {
  const differing: readonly (readonly [string, Partial<OrderFacts>])[] = [
    ['the chain never showed what the window shows', stored({ seenByChain: null })],
    ['the chain showed an older state only', stored({ seenByChain: CHANGED - 1 })],
    ['the window lacks an order that the chain showed', { window: null }],
    [
      'the window shows an older state',
      { window: { version: CHANGED - 1, revision: END + 25 * HOUR } },
    ],
    [
      'the window shows a newer state than is stored',
      { window: { version: CHANGED + 1, revision: END + 25 * HOUR } },
    ],
    ['the window places it here and the store elsewhere', stored({ here: false })],
    ['the window shows it and it is not stored', { stored: null }],
    [
      'it was found by id and the window was not read since',
      {
        window: null,
        confirmed: { version: CHANGED, gone: false, deleted: false, afterRead: 10, attempts: 1 },
      },
    ],
  ];
  it.each(differing)('when %s', (_, more) => {
    const judged = judgeDay(facts({ orders: [order(more)] }));
    expect([judged.state, judged.differences]).toEqual(['healing', ['a']]);
  });

  it('and waits for the second window after the order was found by id', () => {
    const confirmed = { version: CHANGED, gone: false, deleted: false, afterRead: 10, attempts: 1 };
    expect(verdict({ orders: [order({ ...stored({ seenByChain: null }), confirmed })] })).toBe(
      'healing confirming',
    );
  });

  it('and is called a disagreement after three vain tries, or when it can not be read again', () => {
    const confirmed = { version: 1, gone: false, deleted: false, afterRead: 1, attempts: 3 };
    const orders = [order({ window: null, confirmed })];
    expect(verdict({ orders })).toBe('unproven paths-disagree');
    const now = START + 8 * DAY;
    expect(verdict({ orders: [order({ window: null })], now })).toBe('unproven paths-disagree');
  });

  it('and an order that the vendor no longer has is said to have vanished', () => {
    const confirmed = { version: null, gone: true, deleted: false, afterRead: 9, attempts: 1 };
    expect(verdict({ orders: [order({ window: null, confirmed })] })).toBe('unproven vanished');
  });

  it('unless it was deleted, both by the chain and by id', () => {
    const confirmed = { version: CHANGED, gone: false, deleted: true, afterRead: 9, attempts: 1 };
    expect(verdict({ orders: [order({ window: null, confirmed })] })).toBe('complete');
  });
});
