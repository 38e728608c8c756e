import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderCard } from '../../../main/contract/orders.ts';
import { EVERY_ORDER } from '../../../main/domain/orders/order-filter.ts';
import { NEWEST_FIRST, todaysOrdersOfTest } from '../../support/todays-orders.ts';

const { core, open, program } = todaysOrdersOfTest();

describe('phones', () => {
  beforeEach(async () => {
    const added = await core<{ id: number }>('profiles.add', {
      name: 'Оператор',
      preset: 'operator',
      rights: ['edit-reviews', 'export-orders'],
      pin: null,
    });
    await core('profiles.switchTo', { profileId: added.id, pin: null });
  });

  it('are masked in list, card, payload and export without the right to see them', async () => {
    const list = await open({}, 100);
    const card = await core<OrderCard>('orders.card', { orderId: 33 });
    const payload = await core<{ json: string }>('orders.payload', {
      orderId: 33,
      versionId: null,
    });
    const exported = await core<{ handle: string; fileName: string }>('orders.exportCsv', {
      filter: EVERY_ORDER,
      sort: NEWEST_FIRST,
      orderIds: null,
      columns: ['number', 'phone', 'guest', 'sum'],
      language: 'ru',
    });
    const csv = readFileSync(
      join(program().dataFolder, 'transfers', exported.handle, exported.fileName),
      'utf8',
    );
    for (const seen of [list, card, payload, csv].map((value) => JSON.stringify(value))) {
      expect(seen.replaceAll(/[\s()-]/g, '')).not.toContain('9120000001');
      expect(seen).toContain('••00-01');
    }
  });

  it('export only with the right to export', async () => {
    const profiles = await core<{ id: number; active: boolean }[]>('profiles.list', {});
    const other = profiles.find(({ active }) => !active)!;
    await core('profiles.switchTo', { profileId: other.id, pin: null });
    const clerk = await core<{ id: number }>('profiles.add', {
      name: 'Стажёр',
      preset: 'operator',
      rights: [],
      pin: null,
    });
    await core('profiles.switchTo', { profileId: clerk.id, pin: null });
    const outcome = await program().application.call('orders.exportCsv', {
      filter: EVERY_ORDER,
      sort: NEWEST_FIRST,
      orderIds: null,
      columns: ['number'],
      language: 'ru',
    });
    expect(outcome).toMatchObject({
      ok: false,
      failure: { kind: 'refused', params: { right: 'export-orders' } },
    });
  });
});
