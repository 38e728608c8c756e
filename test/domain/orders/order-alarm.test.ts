import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isCookingOverdue,
  isNewsworthy,
  lateRisk,
  PIN_HORIZON_MS,
  PIN_UNPROMISED_MS,
  pinReasons,
  remainingMs,
} from '../../../main/domain/orders/order-alarm.ts';
import { isHandedOver, STAGES, type Stage } from '../../../main/domain/orders/stage.ts';

const SEED = 20_261_121;
const NOW = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;

type Timed = Parameters<typeof pinReasons>[0];
const order = (changes: Partial<Timed> = {}): Timed => ({
  stage: 'cooking',
  createdAt: NOW - 60 * MINUTE,
  promisedAt: NOW + 60 * MINUTE,
  cookingStartAt: NOW - 30 * MINUTE,
  hasProblem: false,
  ...changes,
});
const promisedIn = (minutes: number): Timed => order({ promisedAt: NOW + minutes * MINUTE });

describe('late risk', () => {
  it.each([
    [60, 'none'],
    [15.001, 'none'],
    [15, 'risk'],
    [5.001, 'risk'],
    [5, 'high-risk'],
    [0, 'high-risk'],
    [-0.001, 'late'],
    [-10_000, 'late'],
  ])('a promise in %d minutes is %s', (minutes, risk) => {
    expect(lateRisk(promisedIn(minutes), NOW)).toBe(risk);
  });

  it('takes other thresholds', () => {
    const thresholds = { riskMinutes: 40, highRiskMinutes: 20 };
    expect([30, 20].map((minutes) => lateRisk(promisedIn(minutes), NOW, thresholds))).toEqual([
      'risk',
      'high-risk',
    ]);
  });

  it('ends when the guest has the order, or there was no promise', () => {
    const stages: Stage[] = ['delivered', 'closed', 'cancelled'];
    for (const stage of stages) {
      expect(remainingMs(order({ stage, promisedAt: NOW - MINUTE }), NOW)).toBeNull();
      expect(lateRisk(order({ stage, promisedAt: NOW - MINUTE }), NOW)).toBe('none');
    }
    expect(lateRisk(order({ promisedAt: null }), NOW)).toBe('none');
  });
});

describe('pinned orders', () => {
  it('says every reason', () => {
    const waiting = order({ stage: 'new', promisedAt: NOW - 1, hasProblem: true });
    expect(pinReasons(waiting, NOW)).toEqual(['late', 'cooking-overdue', 'problem']);
    expect(pinReasons(order(), NOW)).toEqual([]);
  });

  it('waits for the kitchen only before it starts, and from the very next moment', () => {
    const due = (stage: Stage, cookingStartAt: number | null): boolean =>
      isCookingOverdue(order({ stage, cookingStartAt }), NOW);
    expect(due('ready-for-cooking', NOW - 1)).toBe(true);
    expect(due('unconfirmed', NOW - 1)).toBe(true);
    expect(due('new', NOW)).toBe(false);
    expect(due('new', null)).toBe(false);
    expect(due('cooking', NOW - MINUTE)).toBe(false);
  });

  it('is history a day after the promise', () => {
    const old = (ms: number): Timed => order({ promisedAt: NOW - ms, hasProblem: true });
    expect(pinReasons(old(PIN_HORIZON_MS), NOW)).toEqual(['late', 'problem']);
    expect(pinReasons(old(PIN_HORIZON_MS + 1), NOW)).toEqual([]);
  });

  it('is history two hours after an order without a promise was taken', () => {
    const failed = (ms: number): Timed =>
      order({ stage: 'unknown', promisedAt: null, createdAt: NOW - ms, hasProblem: true });
    expect(pinReasons(failed(PIN_UNPROMISED_MS), NOW)).toEqual(['problem']);
    expect(pinReasons(failed(PIN_UNPROMISED_MS + 1), NOW)).toEqual([]);
  });

  it('never pins what was handed over, and never forgets a problem of what was not', () => {
    const moment = fc.option(
      fc.integer({ min: -PIN_HORIZON_MS, max: PIN_HORIZON_MS }).map((shift) => NOW + shift),
    );
    const any = fc.record({
      stage: fc.constantFrom(...STAGES),
      createdAt: fc.constant(NOW),
      promisedAt: moment,
      cookingStartAt: moment,
      hasProblem: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (timed) => {
        const reasons = pinReasons(timed, NOW);
        if (isHandedOver(timed.stage)) expect(reasons).toEqual([]);
        else expect(reasons.includes('problem')).toBe(timed.hasProblem);
        expect(reasons.includes('late')).toBe(lateRisk(timed, NOW) === 'late');
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
});

it('an order of an import is no news', () => {
  const news = (running: number, age: number | null): boolean =>
    isNewsworthy({ running, created_at: age === null ? null : NOW - age }, NOW);
  expect(news(1, 14 * MINUTE)).toBe(true);
  expect(news(1, 15 * MINUTE)).toBe(false);
  expect(news(0, MINUTE)).toBe(false);
  expect(news(1, null)).toBe(false);
});
