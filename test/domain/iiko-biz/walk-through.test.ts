import { describe, expect, it } from 'vitest';
import { licenceDaysLeft } from '../../../main/domain/iiko-biz/licence-deadline.ts';
import { walkThrough, type WalkEvidence } from '../../../main/domain/iiko-biz/walk-through.ts';

const passed = (step: string, evidence = step) => ({ step, state: 'passed' as const, evidence });
const failed = (step: string, evidence: string) => ({ step, state: 'failed' as const, evidence });
const warned = (step: string, evidence: string) => ({ step, state: 'warned' as const, evidence });

/** The steps in that state, in their order. */
const steps = (report: WalkEvidence, state: string): string[] =>
  walkThrough(report)
    .filter((item) => item.state === state)
    .map(({ step }) => step);

describe('the walk-through of iiko.biz', () => {
  it('ticks nothing without a probe, and everything a good one has shown', () => {
    expect(steps([], 'unknown')).toHaveLength(7);
    const good = ['token', 'organizations', 'venues', 'alive', 'orders'].map((step) =>
      passed(step),
    );
    expect(steps(good, 'done')).toHaveLength(7);
  });

  it.each([
    [[failed('token', 'iiko-biz.port-blocked')], [], ['port']],
    [[failed('token', 'biz-port-closed')], [], ['port']],
    [[failed('token', 'iiko-biz.name-not-found')], [], []],
    [[failed('token', 'iiko-biz.login-refused')], ['port'], ['api-user']],
    [
      [passed('token'), failed('organizations', 'iiko-biz.licence')],
      ['port', 'api-user'],
      ['licence'],
    ],
    [
      [passed('token'), failed('organizations', 'biz-organizations-none')],
      ['port', 'api-user'],
      ['registered'],
    ],
    [
      [
        passed('token'),
        passed('organizations'),
        warned('venues', 'biz-venues-none'),
        warned('orders', 'biz-orders-none'),
      ],
      ['port', 'api-user', 'registered', 'licence'],
      ['api-on'],
    ],
    [
      [
        passed('token'),
        passed('organizations'),
        passed('venues'),
        warned('alive', 'biz-alive-partly'),
        failed('orders', 'iiko-biz.licence'),
      ],
      ['port', 'api-user', 'registered', 'api-on'],
      ['licence', 'restaurant'],
    ],
  ])('%j', (report, done, open) => {
    expect(steps(report, 'done')).toEqual(done);
    expect(steps(report, 'open')).toEqual(open);
  });

  it('counts the days of an unpaid invoice to the same date of the next month', () => {
    expect(licenceDaysLeft('2026-11-10', '2026-11-22')).toBe(18);
    expect(licenceDaysLeft('2026-01-31', '2026-02-28')).toBe(0);
    expect(licenceDaysLeft('2027-12-31', '2028-01-31')).toBe(0);
    expect(licenceDaysLeft('2026-10-22', '2026-11-25')).toBe(-3);
  });
});
