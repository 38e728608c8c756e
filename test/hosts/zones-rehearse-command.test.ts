import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rehearsal } from '../../main/contract/zone-coverage.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { CommandContext } from '../../main/hosts/cli/command.ts';
import { COMMANDS } from '../../main/hosts/cli/commands.ts';
import { readCommand } from '../../main/hosts/cli/read-command.ts';
import { applicationWith, type FilledApplication } from '../support/application-with-orders.ts';
import { placedOrder, placedOrders, showRestrictions } from '../support/coverage-store.ts';
import { boxZone } from '../support/coverage-world.ts';
import { chanceOf } from '../support/chance.ts';
import { save } from '../support/store-with-orders.ts';

const CITY = boxZone('Центр', [60.5, 56.75, 60.8, 56.95]);
let filled: FilledApplication;
beforeAll(() => {
  filled = applicationWith(
    (db) => {
      save(
        db,
        placedOrders(chanceOf(9), 120).map((order, index) => placedOrder(index + 1, order)),
      );
      showRestrictions(db, [CITY], [{ zone: 'Центр', from: 0, to: 1440 }]);
    },
    () => 1_795_000_000_000,
  );
});
afterAll(() => filled.close());

async function desk(...args: string[]): Promise<unknown> {
  const { command, words, options } = readCommand(args, COMMANDS);
  const context = {
    words,
    options,
    dataFolder: filled.dataFolder,
    core: async () => filled.application,
    say: () => undefined,
    text: (key: string) => key,
  };
  const result = await command!.run(context as unknown as CommandContext);
  return result!.document;
}

/** The western half of the city as a file. */
function halfCity(): string {
  const path = join(filled.dataFolder, 'half.geojson');
  const ring = [...boxZone('', [60.5, 56.75, 60.65, 56.95]).parts[0]!.outline];
  writeFileSync(
    path,
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { name: 'Центр' },
          geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
        },
      ],
    }),
  );
  return path;
}

test('a file’s map is replayed against what iiko has', async () => {
  const words = ['--from', '2026-09-30', '--to', '2026-10-31'];
  const made = (await desk('zones', 'rehearse', halfCity(), ...words, '--json')) as Rehearsal;
  const [{ changes, replayed }] = made.sections as [Rehearsal['sections'][number]];
  expect(replayed.orders).toBeGreaterThan(80);
  expect(changes.gained.orders + changes.moved.orders).toBe(0);
  expect(changes.lost.orders).toBeGreaterThan(20);
  expect(changes.lost.orders + changes.kept.orders).toBe(replayed.orders);
  expect(changes.unplaced.orders).toBe(made.orders - replayed.orders);
});

test('days and files that are none are refused by name', async () => {
  const days = ['--from', '2026-10-01', '--to', 'soon'];
  await expect(desk('zones', 'rehearse', halfCity(), ...days)).rejects.toThrow(Failure);
  const absent = desk(
    'zones',
    'rehearse',
    'nowhere.kml',
    '--from',
    '2026-10-01',
    '--to',
    '2026-10-02',
  );
  await expect(absent).rejects.toThrow(Failure);
});
