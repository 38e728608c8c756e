import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderCard } from '../../../main/contract/orders.ts';
import { EVERY_ORDER } from '../../../main/domain/orders/order-filter.ts';
import { orderInfo } from '../../fixtures/iiko-cloud-order.ts';
import { savePayloads } from '../../support/store-with-orders.ts';
import { NEWEST_FIRST, todaysOrdersOfTest } from '../../support/todays-orders.ts';

const { core, open, program } = todaysOrdersOfTest();

/** From then on nobody in front of the program may see phones. */
async function switchToOperator(ask: typeof core): Promise<void> {
  const added = await ask<{ id: number }>('profiles.add', {
    name: 'Оператор',
    preset: 'operator',
    rights: ['edit-reviews', 'export-orders'],
    pin: null,
  });
  await ask('profiles.switchTo', { profileId: added.id, pin: null });
}

describe('phones', () => {
  beforeEach(() => switchToOperator(core));

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

describe('phones of an order nested deeper than the stack reaches', () => {
  const LEVELS = 50_000;
  const nest = `${'['.repeat(LEVELS)}{"phone":"\\u002b79120000001","sum":79120000001}${']'.repeat(LEVELS)}`;
  const { core: deepCore } = todaysOrdersOfTest((db) => {
    const info = JSON.stringify(orderInfo(1, { phone: '+79120000001' }));
    savePayloads(db, [Buffer.from(`${info.slice(0, -1)},"nest":${nest}}`)]);
  });
  const payload = () =>
    deepCore<{ json: string }>('orders.payload', { orderId: 1, versionId: null });

  it('stand in its payload to the letter with the right to see them', async () => {
    expect((await payload()).json).toContain(nest);
  });

  it('are masked there without it, however they are written', async () => {
    await switchToOperator(deepCore);
    const { json } = await payload();
    expect(json).toContain('[{"phone":"••00-01","sum":79120000001}]');
    expect(json).not.toContain('"+79120000001"');
  });
});
