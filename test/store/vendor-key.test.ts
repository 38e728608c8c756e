import { expect, it } from 'vitest';
import { fromVendorKey, toVendorKey } from '../../main/store/vendor-key.ts';

it('keeps ids of every shape, UUIDs in sixteen bytes', () => {
  const uuid = '00000000-0000-4000-8000-0123456789ab';
  expect(toVendorKey(uuid)).toHaveLength(16);
  for (const id of [uuid, '48213', 'fifteen-chars-x', 'заказ №1', '']) {
    expect(fromVendorKey(toVendorKey(id))).toBe(id);
  }
});

it('takes only a whole UUID for one, however it is spelt', () => {
  const uuid = '00000000-0000-4000-8000-0123456789ab';
  expect(toVendorKey(uuid.toUpperCase())).toEqual(toVendorKey(uuid));
  const almost = ['g', 'é', '₽', '-'].map((letter) => uuid.slice(0, -1) + letter);
  const moved = `${uuid.slice(0, 8)}0-${uuid.slice(10)}`;
  for (const id of [...almost, moved, `{${uuid.slice(1, -1)}}`]) {
    expect(id).toHaveLength(uuid.length);
    expect(fromVendorKey(toVendorKey(id))).toBe(id);
  }
});
