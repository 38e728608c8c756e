import { describe, expect, it } from 'vitest';
import { EVENING, openChain, ordersOfDay } from './ask-chain.ts';

const DAY_MS = 86_400_000;

describe('the chain', () => {
  it('says the same bytes for the same seed, whatever was asked before', () => {
    const asked = openChain({ seed: 7 });
    const fresh = openChain({ seed: 7 });
    ordersOfDay(asked, '2026-10-10');
    ordersOfDay(asked, '2026-10-13');
    const again = JSON.stringify(ordersOfDay(asked, '2026-10-14'));
    expect(JSON.stringify(ordersOfDay(fresh, '2026-10-14'))).toBe(again);
    expect(JSON.stringify(ordersOfDay(openChain({ seed: 8 }), '2026-10-14'))).not.toBe(again);
  });

  it('does not depend on the way its clock came', () => {
    const jumped = openChain();
    jumped.clock.set(EVENING + DAY_MS);
    const walked = openChain();
    for (let hour = 0; hour < 24; hour += 1) {
      walked.clock.advance(DAY_MS / 24);
      ordersOfDay(walked, '2026-10-14');
    }
    const day = '2026-10-15';
    expect(JSON.stringify(ordersOfDay(walked, day))).toBe(JSON.stringify(ordersOfDay(jumped, day)));
  });

  it('has about as many orders a day as asked, more on Saturday than on Tuesday', () => {
    const chain = openChain({ ordersPerDay: 1200, historyDays: 30 });
    const days = Array.from({ length: 14 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`);
    chain.clock.set(Date.UTC(2026, 9, 16));
    const counts = days.map((day) => chain.truth.ordersPromised(null, day).length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(mean).toBeGreaterThan(1080);
    expect(mean).toBeLessThan(1320);
    expect(counts[2]!).toBeGreaterThan(counts[5]! * 1.2);
  });

  it('holds few days in memory however many were asked for', () => {
    const chain = openChain({ ordersPerDay: 60, historyDays: 400 });
    const seen = new Set<string>();
    for (const order of chain.truth.ordersAsOf(EVENING)) seen.add(order.id);
    expect(seen.size).toBe(chain.truth.orderCount);
    expect(seen.size).toBeGreaterThan(60 * 380);
    expect(chain.daysHeld()).toBeLessThanOrEqual(60);
  });
});
