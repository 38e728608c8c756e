import type { ImportedOrders } from '../../contract/joining.ts';
import { Failure } from '../../domain/failure.ts';
import { OFFICE_ROLES, type OfficeColumns } from '../../domain/joining/office-columns.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, type Command } from './command.ts';
import { uploadFile } from './upload-file.ts';

const SAMPLE: ImportedOrders = {
  importId: 1,
  format: 'csv; windows-1251; «;»',
  columns: { number: 'Номер', venue: 'Точка', promised: 'Доставить к', sum: 'Сумма' },
  rows: 3,
  orders: 2,
  sumMinor: 245_000,
  currency: 'RUB',
  period: { from: '2024-11-20', to: '2024-11-21' },
  refused: 1,
  wrong: [{ row: 4, reason: 'bad-time', text: '1002 · Центральная' }],
  created: 1,
  joined: 1,
};

/** Takes orders exported from iikoOffice in as history; rows that can not be taken are listed. */
export const importOrdersCommand: Command = {
  name: ['import', 'orders'],
  usage: 'import orders FILE [--zone ZONE] [--columns "number=№;sum=Итого"] [--dry-run]',
  options: ['zone', 'columns', 'dry-run'],
  sample: SAMPLE,
  run: async ({ words, options, core }) => {
    const [path] = words;
    if (path === undefined) throw new Failure('invalid', 'cli.option', { option: 'FILE' });
    const columns = readColumns(textOption(options, 'columns'));
    const application = await core();
    const uploadId = await uploadFile(application, 'joining', path);
    const document = await askCore<ImportedOrders>(application, 'joining.importOrders', {
      uploadId,
      columns,
      zone: textOption(options, 'zone') ?? null,
      dryRun: options['dry-run'] !== undefined,
    });
    return { document, reached: document.refused === 0 };
  },
};

/** Takes a whole import of orders out again. */
export const undoImportCommand: Command = {
  name: ['import', 'undo-orders'],
  usage: 'import undo-orders ID',
  options: [],
  sample: { removed: 214 },
  run: async ({ words, core }) => {
    const importId = Number(words[0]);
    if (!Number.isInteger(importId)) throw new Failure('invalid', 'cli.option', { option: 'ID' });
    const document = await askCore(await core(), 'joining.removeImport', { importId });
    return { document, reached: true };
  },
};

function readColumns(text: string | undefined): OfficeColumns | null {
  if (text === undefined) return null;
  const pairs = text.split(';').map((pair) => {
    const [role = '', ...header] = pair.split('=');
    if (!OFFICE_ROLES.some((known) => known === role.trim())) {
      throw new Failure('invalid', 'cli.option', { option: '--columns' });
    }
    return [role.trim(), header.join('=').trim()];
  });
  return Object.fromEntries(pairs) as OfficeColumns;
}
