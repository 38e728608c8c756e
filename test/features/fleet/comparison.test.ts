import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FleetComparison } from '../../../main/contract/fleet.ts';
import { standsOut } from '../../../main/domain/fleet/fleet-difference.ts';
import { frontFile, pluginFile, writeTill } from '../../support/terminals-desk.ts';
import { fleetOfTest, terminalId, TILLS, TIMEOUT } from './fleet-of-tills.ts';

const tills = fleetOfTest();

describe('a fleet', () => {
  test('is laid side by side from real files: who differs and why', async () => {
    writeFileSync(tills().paths[1]!, pluginFile({ timeoutMs: '45000', terminalId: terminalId(2) }));
    writeFileSync(tills().paths[3]!, '\0\0\0\0');
    const { members, rows }: FleetComparison = await tills().open().compare({});
    expect(members.map(({ name }) => name)).toEqual(['Касса 1', 'Касса 2', 'Касса 3', 'Касса 4']);
    const marks = (element: string): string[][] =>
      rows
        .find((row) => row.element === element && row.kind === 'delivery-plugin')!
        .cells.filter(standsOut)
        .map((cell) => [members.find(({ id }) => id === cell.terminalId)!.name, ...cell.marks]);
    expect(marks(TIMEOUT)).toEqual([
      ['Касса 2', 'differs'],
      ['Касса 4', 'unreadable'],
    ]);
    expect(marks('terminalId')).toEqual([
      ['Касса 2', 'shared'],
      ['Касса 3', 'shared'],
      ['Касса 4', 'unreadable'],
    ]);
  });
});

test(
  'two hundred terminals with planted differences are found whole',
  { timeout: 60_000 },
  async () => {
    const planted: string[] = [];
    for (let index = TILLS; index < 200; index += 1) {
      const id = { terminalId: terminalId(index) };
      const odd = index % 9;
      const plugin =
        odd === 0
          ? pluginFile({ ...id, timeoutMs: '25000' })
          : odd === 1
            ? pluginFile({ ...id, timeoutMs: '10000', serverUrl: 'http://10.0.0.5:8080/resto' })
            : odd === 2
              ? pluginFile({ ...id, timeoutMs: '10000', more: ['<vendorFlag>1</vendorFlag>'] })
              : pluginFile({ ...id, timeoutMs: '10000' });
      const front =
        odd === 3
          ? frontFile('<showDeliveryListOnLogin>true</showDeliveryListOnLogin>')
          : frontFile();
      const name = `Касса ${index + 1}`;
      const element = [TIMEOUT, 'serverUrl', 'vendorFlag', 'showDeliveryListOnLogin'][odd];
      if (element) planted.push(`${name} ${element}`);
      mkdirSync(join(tills().tills, name), { recursive: true });
      writeTill(join(tills().tills, name), plugin, front);
    }
    const { members, rows } = await tills().open().compare({});
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const found = rows.flatMap(({ element, cells }) =>
      cells.filter(standsOut).map(({ terminalId: id }) => `${names.get(id)} ${element}`),
    );
    expect(members).toHaveLength(200);
    expect(planted.length).toBeGreaterThan(80);
    expect(found.toSorted()).toEqual(planted.toSorted());
  },
);
