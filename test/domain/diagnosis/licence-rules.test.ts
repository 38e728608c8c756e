import { describe, expect, test } from 'vitest';
import { intakeRoute } from '../../../main/domain/diagnosis/intake-route.ts';
import { checkLicences, type LicenceSet } from '../../../main/domain/diagnosis/licence-rules.ts';
import { openTexts } from '../../../main/hosts/texts.ts';

const FINE: LicenceSet = {
  tariff: 'other',
  hosting: 'hosted',
  venues: 'one',
  delivery: 'terminal',
  apiVersions: ['v1', 'v2'],
  connections: 3,
  terminals: 3,
  modules: ['pbx', 'maps'],
};

const WRONG: readonly (readonly [Partial<LicenceSet>, string])[] = [
  [{ tariff: 'start', delivery: 'centralised' }, 'not-on-tariff call-centre-on-start'],
  [{ tariff: 'start' }, 'not-on-tariff maps-on-start'],
  [{ apiVersions: ['v2'] }, 'forbidden api-v2-without-v1'],
  [{ connections: 2 }, 'forbidden too-few-connections'],
  [{ hosting: 'local' }, 'forbidden pbx-without-licence'],
  [{ modules: ['courier-map'] }, 'forbidden map-without-delivery-man'],
  [{ modules: ['pbx', 'pbx-licence'] }, 'advice pbx-licence-in-hosting'],
  [{ venues: 'chain' }, 'advice chain-needs-own-server'],
];

describe('licences together', () => {
  test('nothing contradicts in a plain set, or where nobody knows', () => {
    expect(checkLicences(FINE)).toEqual([]);
    const unknown = {
      tariff: null,
      hosting: null,
      venues: null,
      delivery: null,
      connections: null,
    };
    expect(checkLicences({ ...FINE, ...unknown })).toEqual([]);
  });

  test.each(WRONG)('%j: %s', (over, expected) => {
    const found = checkLicences({ ...FINE, ...over });
    expect(found.map(({ level, code }) => `${level} ${code}`)).toContain(expected);
    for (const language of ['ru', 'en'] as const) {
      const { text } = openTexts(language);
      for (const { code } of found) expect(text(`licences.${code}`)).not.toBe(`licences.${code}`);
    }
  });
});

test.each([
  [{ sourceKey: 'yandex_food', operator: '' }, 'site'],
  [{ sourceKey: '', operator: 'Ирина' }, 'call-centre'],
  [{ sourceKey: '', operator: '' }, 'terminal'],
] as const)('an order with %j came by %s', (order, route) => {
  expect(intakeRoute(order)).toBe(route);
});
