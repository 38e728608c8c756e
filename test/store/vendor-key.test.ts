import { expect, it } from 'vitest';
import { fromVendorKey, toVendorKey } from '../../main/store/vendor-key.ts';

it('keeps ids of every shape, UUIDs in sixteen bytes', () => {
  const uuid = '00000000-0000-4000-8000-0123456789ab';
  expect(toVendorKey(uuid)).toHaveLength(16);
  for (const id of [uuid, '48213', 'fifteen-chars-x', 'заказ №1', '']) {
    expect(fromVendorKey(toVendorKey(id))).toBe(id);
  }
});
