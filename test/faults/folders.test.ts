import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OrderPage } from '../../main/contract/orders.ts';
import type { SyncSummary } from '../../main/contract/sync.ts';
import { Failure } from '../../main/domain/failure.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import type { Application } from '../../main/application.ts';
import { connectTo, newFolder, openDesk, removeFolder, servedChain } from './support/chain-desk.ts';
import { inspectStore } from './support/inspect-store.ts';
import { canMount, setReadOnly, withMemoryDisk } from './support/memory-disk.ts';

const NEWEST = { column: 'created', descending: true } as const;

const runToEnd = (desk: Application) =>
  askCore<readonly SyncSummary[]>(desk, 'sync.runToEnd', { connectionId: null });

const failureOf = (folder: string): Promise<unknown> =>
  openDesk(folder).then(
    async (desk) => {
      await desk.close();
      return 'it opened';
    },
    (error: unknown) => (error instanceof Failure ? `${error.kind} ${error.code}` : error),
  );

/** A folder whose whole path is so long, in Russian words with spaces. */
function longFolder(root: string, length: number): string {
  const words = ['Пульт доставки', 'данные ресторана', 'Delivery Desk data', 'new folder (2)'];
  let folder = root;
  for (let turn = 0; length - folder.length > 40; turn += 1)
    folder = join(folder, words[turn % words.length]!);
  return join(folder, 'x'.repeat(length - folder.length - 1));
}

describe('a folder with Cyrillic, spaces and 260 characters', () => {
  it('holds a whole life: start, sync, list, export, restart', async () => {
    const root = newFolder('long');
    const folder = longFolder(root, 260);
    expect(folder).toHaveLength(260);
    const served = await servedChain(31, 60);
    const desk = await openDesk(folder);
    await connectTo(desk, served.chain);
    expect((await runToEnd(desk))[0]).toMatchObject({ outcome: 'done' });
    const input = { filter: EVERY_ORDER, sort: NEWEST, orderIds: null, columns: ['number'] };
    const csv = { ...input, language: 'ru' };
    const { rows } = await askCore<{ rows: number }>(desk, 'orders.exportCsv', csv);
    await desk.close();
    const again = await openDesk(folder);
    const open = { filter: EVERY_ORDER, sort: NEWEST, count: 10 };
    const page = await askCore<OrderPage>(again, 'orders.open', open);
    expect(page.rows).toHaveLength(10);
    await again.close();
    await served.close();
    expect(inspectStore(folder)).toMatchObject({ integrity: 'ok', orders: rows });
    expect(existsSync(join(folder, 'seal.key'))).toBe(true);
    removeFolder(root);
  });

  it('says so when the system allows no path so long', async () => {
    const root = newFolder('longest');
    const folder = longFolder(root, 800);
    expect(await failureOf(folder)).toBe('refused store.cannot-open');
    removeFolder(root);
  });
});

describe('a folder that can not be written', () => {
  it.skipIf(!canMount())(
    'is named, changes nothing, and is used as soon as it can be',
    async () => {
      const served = await servedChain(32, 60);
      await withMemoryDisk('50m', async (folder) => {
        setReadOnly(folder, true);
        expect(await failureOf(join(folder, 'new'))).toBe('refused store.read-only');
        setReadOnly(folder, false);
        const desk = await openDesk(folder);
        await connectTo(desk, served.chain);
        await runToEnd(desk);
        await desk.close();
        const before = inspectStore(folder);
        const files = readdirSync(folder);
        setReadOnly(folder, true);
        expect(await failureOf(folder)).toBe('refused store.read-only');
        expect(readdirSync(folder)).toEqual(files);
        setReadOnly(folder, false);
        expect(inspectStore(folder)).toEqual(before);
        const again = await openDesk(folder);
        expect((await runToEnd(again))[0]).toMatchObject({ outcome: 'done' });
        await again.close();
      });
      await served.close();
    },
  );

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is named where its rights forbid writing',
    async () => {
      const folder = newFolder('rights');
      const inside = join(folder, 'data');
      mkdirSync(inside);
      chmodSync(inside, 0o500);
      expect(await failureOf(inside)).toMatch(/^refused store\./);
      chmodSync(inside, 0o700);
      removeFolder(folder);
    },
  );
});
