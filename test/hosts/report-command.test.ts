import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportResult, Report } from '../../main/contract/reports.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { CommandContext } from '../../main/hosts/cli/command.ts';
import { COMMANDS } from '../../main/hosts/cli/commands.ts';
import { readCommand } from '../../main/hosts/cli/read-command.ts';
import { applicationWith, type FilledApplication } from '../support/application-with-orders.ts';
import { randomOrder } from '../support/random-orders.ts';
import { chanceOf } from '../support/chance.ts';
import { save } from '../support/store-with-orders.ts';

let filled: FilledApplication;
beforeAll(() => {
  filled = applicationWith(
    (db) => {
      const chance = chanceOf(4);
      save(
        db,
        Array.from({ length: 40 }, (_, index) => randomOrder(chance, index + 1)),
      );
    },
    () => 1_795_000_000_000,
  );
});
afterAll(() => filled.close());

/** Runs a command line over the application; what it prints, or the failure's code. */
async function desk<Document>(...args: string[]): Promise<Document | string> {
  const { command, words, options } = readCommand(args, COMMANDS);
  const context = {
    words,
    options,
    dataFolder: filled.dataFolder,
    core: async () => filled.application,
  };
  try {
    const result = await command!.run(context as unknown as CommandContext);
    return result!.document as Document;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
}

const PERIOD = ['--from', '2026-08-01', '--to', '2026-12-31'] as const;

test('a report is printed, kept, and printed again byte for byte', async () => {
  const asked = ['report', 'pivot', ...PERIOD, '--by', 'zone,channel', '--across', 'status-group'];
  const open = async () => (await desk<Report>(...asked)) as Report;
  // Orders that were stored before get their facts in the background.
  let report = await open();
  while (report.made.pending > 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    report = await open();
  }
  expect(report.sections[0]!.total.cells[0]).toBeGreaterThan(30);
  const recipe = join(filled.dataFolder, 'recipe.json');
  const kept = (await desk<Report>(...asked, '--recipe', recipe)) as Report;
  expect(kept.sections).toEqual(report.sections);
  expect(await desk<Report>('report', 'pivot', '--recipe', recipe)).toEqual(kept);
});

test('spend is taken from the encoding Russian Excel saves in, or refused with its rows', async () => {
  const file = join(filled.dataFolder, 'spend.csv');
  writeFileSync(file, encode('дата;канал;сумма\r\n01.10.2026;Сайт;10,50\r\n', 'win1251'));
  const taken = { taken: 1, replaced: 0, wrong: [] };
  expect(await desk<ImportResult>('import', 'spend', file)).toEqual(taken);
  const period = '{"period":{"from":"2026-10-01","to":"2026-10-01"}}';
  const { value } = (await desk('call', 'reports.spend', period)) as { value: unknown };
  expect(value).toMatchObject([{ channel: 'Сайт', amountMinor: 1050, origin: 'file' }]);
  writeFileSync(file, 'день;канал;сумма\nзавтра;x;1\n');
  const wrong = [{ row: 2, code: 'bad-day', value: 'завтра' }];
  expect(await desk('import', 'spend', file)).toEqual({ taken: 0, replaced: 0, wrong });
});

test('what can not be asked is refused with the words at fault', async () => {
  expect(await desk('report', 'pivot', '--from', '2026-08-01', '--to', 'x')).toBe('cli.option');
  expect(await desk('report', 'pivot', ...PERIOD)).toBe('cli.option-missing');
  const broken = join(filled.dataFolder, 'broken.json');
  writeFileSync(broken, '{');
  expect(await desk('report', 'pivot', '--recipe', broken)).toBe('reports.recipe-file');
});
