import { describe, expect, it } from 'vitest';
import { hashOf, placeOf } from '../../../renderer/shared/navigation/navigation.ts';

describe('places', () => {
  it('survive the way through the address', () => {
    const place = { screen: 'orders', params: { order: '12', search: 'ул. Ленина & 5' } };
    expect(placeOf(hashOf(place))).toEqual(place);
    expect(hashOf({ screen: 'zones', params: {} })).toBe('#/zones');
  });

  it('are nowhere without an address', () => {
    expect(placeOf('')).toEqual({ screen: '', params: {} });
    expect(placeOf('#/')).toEqual({ screen: '', params: {} });
  });
});
