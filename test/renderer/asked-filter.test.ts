import { describe, expect, it } from 'vitest';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { askedFilter } from '../../renderer/features/orders/asked-filter.ts';

describe('a filter in the address of the orders', () => {
  it('restricts by what it names and by nothing else', () => {
    const period = { from: '2026-11-01', to: '2026-11-21' };
    const asked = askedFilter(JSON.stringify({ venueIds: [3], period, evil: 1 }));
    expect(asked).toEqual({ ...EVERY_ORDER, venueIds: [3], period });
  });

  it.each([undefined, '', '{', 'null', '"x"', '3'])('is none in %j', (text) => {
    expect(askedFilter(text)).toBeNull();
  });
});
