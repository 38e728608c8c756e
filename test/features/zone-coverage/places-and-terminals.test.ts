import { describe, expect, it } from 'vitest';
import type { CoverageState, PlaceAnswer } from '../../../main/contract/zone-coverage.ts';
import {
  coveredCityOfFile,
  OCTOBER,
  ORDERS,
  plainZoneAt,
  PRESENT,
  SAVED,
} from '../../support/covered-city.ts';

const call = coveredCityOfFile();

describe('one place', () => {
  const test = (more: object = {}) =>
    call<PlaceAnswer>('testPlace', {
      at: [60.6, 56.82],
      minute: 720,
      sumMinor: null,
      map: { type: 'iiko' },
      schedule: 'iiko',
      ...more,
    });

  it('is told with zone, terminal, terms and what decided them', async () => {
    expect(await test()).toMatchObject({
      zones: ['Центр'],
      terminal: 'Центральная',
      currency: 'RUB',
      coverage: {
        type: 'served',
        row: {
          minSumMinor: { value: 60_000, by: 'row' },
          hours: { value: { from: 600, to: 1320 } },
        },
      },
    });
    expect(await test({ sumMinor: 59_999 })).toMatchObject({ coverage: { type: 'below-minimum' } });
    expect(await test({ at: [61, 57] })).toMatchObject({
      zones: [],
      coverage: { type: 'outside' },
    });
  });

  it('goes by the wall clock of the place where no time is told', async () => {
    // Sunday 2026-11-22, 09:00 UTC is 14:00 in Yekaterinburg.
    expect(await test({ minute: null })).toMatchObject({ minute: 6 * 1440 + 14 * 60 });
  });
});

describe('terminals and hours', () => {
  const open = () => call<CoverageState>('open', { map: { type: 'iiko' } });

  it('show what is wrong and what is to be entered in iiko, ticked by the API', async () => {
    const state = await open();
    expect(state.findings.map(({ kind }) => kind)).toEqual([
      'zone-without-terminal',
      'unknown-zone',
    ]);
    const [organization] = state.organizations;
    expect(organization!.iiko!.schedule.rows).toHaveLength(2);
    expect(organization!.checklist.length).toBeGreaterThan(3);
    expect(organization!.checklist.every(({ done }) => !done)).toBe(true);
  });

  it('refuse a version that is not the newest', async () => {
    const saving = call('save', { organizationId: 1, version: null, schedule: SAVED });
    await expect(saving).rejects.toMatchObject({ code: 'zone-coverage.changed-meanwhile' });
  });
});

it('lists orders whose own zone is not the one of the map', async () => {
  type Answer = {
    orders: { number: string; zone: string; mapZone: string | null }[];
    looked: number;
  };
  const expected = ORDERS.flatMap((order, index) => {
    if (order.status === 'Cancelled' || !order.at || !order.zone) return [];
    const mapZone = plainZoneAt(PRESENT, order.at);
    return mapZone === order.zone ? [] : [{ number: String(index + 1), zone: order.zone, mapZone }];
  });
  const found = await call<Answer>('disagreements', {
    period: OCTOBER,
    map: { type: 'iiko' },
    before: null,
    count: 200,
  });
  const shown = found.orders.map(({ number, zone, mapZone }) => ({ number, zone, mapZone }));
  expect(shown).toEqual(expected.toReversed().slice(0, 200));
});
