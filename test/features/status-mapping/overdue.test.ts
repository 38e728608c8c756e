import { expect, it } from 'vitest';
import type { OverdueOrder } from '../../../main/contract/status-mapping.ts';
import { mappedProgramOfTest, NOW } from '../../support/mapped-program.ts';

const { core } = mappedProgramOfTest();

it('orders that are beyond their limit now are told, finished ones are not', async () => {
  const overdue = () => core<OverdueOrder[]>('overdue');
  await core('setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: 30 });
  await core('setLimit', { system: 'iiko-cloud', status: 'Closed', minutes: 1 });
  const stays = await overdue();
  expect(new Set(stays.map(({ status }) => status))).toEqual(new Set(['OnWay']));
  expect(stays).toHaveLength(8);
  expect(stays.every(({ since, limitMs }) => NOW - since > limitMs)).toBe(true);
  const { since } = stays[0]!;
  const just = Math.floor((NOW - since) / 60_000) + 1;
  await core('setLimit', { system: 'iiko-cloud', status: 'OnWay', minutes: just });
  expect(await overdue()).toEqual([]);
});
