import { readFileSync } from 'node:fs';
import type { ImportResult } from '../../contract/reports.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';

const SAMPLE: ImportResult = {
  taken: 0,
  replaced: 0,
  wrong: [{ row: 4, code: 'bad-day', value: '31.02.2026' }],
};

/** Takes spend by day and channel from a CSV file, all of it or nothing. */
export const importSpendCommand: Command = {
  name: ['import', 'spend'],
  usage: 'import spend FILE',
  options: [],
  sample: SAMPLE,
  run: (context) => importFile(context, 'reports.importSpend'),
};

/** Takes costs and categories of products from a CSV file, all of it or nothing. */
export const importCostsCommand: Command = {
  name: ['import', 'costs'],
  usage: 'import costs FILE',
  options: [],
  sample: SAMPLE,
  run: (context) => importFile(context, 'reports.importCosts'),
};

async function importFile(
  { words: [path], core }: CommandContext,
  topic: string,
): Promise<CommandResult> {
  if (path === undefined) throw new Failure('invalid', 'cli.option', { option: 'FILE' });
  const application = await core();
  const result = await askCore<ImportResult>(application, topic, { text: readText(path) });
  return { document: result, reached: result.wrong.length === 0 };
}

/** UTF-8, or the encoding Russian Excel saves in. */
function readText(path: string): string {
  const bytes = readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure('not-found', 'cli.no-file', { path }, { cause: error });
  }
}
