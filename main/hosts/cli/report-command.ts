import { existsSync, readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Application } from '../../application.ts';
import { reportQuery } from '../../contract/report-query.ts';
import type { Recipe, Report } from '../../contract/reports.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { takeTransfer } from '../take-transfer.ts';
import { writeNewFile } from './write-new-file.ts';
import { textOption, type Command, type CommandContext, type CommandOptions } from './command.ts';

const OPTIONS = [
  'from',
  'to',
  'by',
  'across',
  'measures',
  'model',
  'date',
  'compare',
  'format',
  'recipe',
];

/** Makes a report; with `--recipe FILE` keeps it, or makes the kept one again byte for byte. */
export const reportCommand: Command = {
  name: ['report'],
  usage:
    'report NAME --from DAY --to DAY [--by DIMENSION,…] [--across DIMENSION] [--measures MEASURE,…] [--model MODEL] [--date created|promised|closed] [--compare DAY..DAY] [--format json|csv|xlsx] [--recipe FILE]',
  options: OPTIONS,
  sample: {
    columns: [{ key: 'revenue', unit: 'money' }],
    sections: [
      {
        currency: 'RUB',
        rows: [{ path: [{ dimension: 'channel', key: 'Сайт', label: 'Сайт' }], cells: [8061224] }],
        total: { path: [], cells: [52022882] },
      },
    ],
  },
  run: async (context) => {
    const application = await context.core();
    const recipe = textOption(context.options, 'recipe');
    if (recipe !== undefined && existsSync(recipe)) {
      return { document: await runRecipe(application, recipe), reached: true };
    }
    const query = checkedQuery(queryOf(context));
    const format = textOption(context.options, 'format') ?? 'json';
    if (recipe !== undefined)
      return { document: await keep(application, query, recipe), reached: true };
    if (format === 'json') {
      return { document: await askCore<Report>(application, 'reports.open', query), reached: true };
    }
    return { document: await save(application, context, query, format), reached: true };
  },
};

type Query = Readonly<Record<string, unknown>>;

const list = (options: CommandOptions, name: string): string[] | undefined =>
  textOption(options, name)
    ?.split(',')
    .map((word) => word.trim());

/** What was written, as the contract asks for it; the core checks it. */
function queryOf({ words: [report], options }: CommandContext): Query {
  const by = list(options, 'by');
  const [from, to] = textOption(options, 'compare')?.split('..') ?? [];
  const asked = {
    by: report === 'products' ? by?.[0] : by,
    across: textOption(options, 'across'),
    measures: list(options, 'measures'),
    model: textOption(options, 'model'),
    saleDate: textOption(options, 'date'),
    compare: from === undefined ? undefined : { from, to },
  };
  const told = Object.entries(asked).filter(([, value]) => value !== undefined);
  const period = { from: textOption(options, 'from'), to: textOption(options, 'to') };
  return { report, period, ...Object.fromEntries(told) };
}

/** Which option told what the contract asks for, by the first words of its path there. */
const OPTION_OF: Readonly<Record<string, string>> = {
  'period.from': '--from',
  'period.to': '--to',
  saleDate: '--date',
};

/** What does not fit is named as it was written on the command line. */
function checkedQuery(query: Query): Query {
  const names = reportQuery.options.map(({ shape }) => shape.report.value);
  const report = String(query['report']);
  if (!(names as readonly string[]).includes(report)) {
    throw new Failure('invalid', 'cli.report-name', { report, names: names.join(', ') });
  }
  const [issue] = reportQuery.safeParse(query).error?.issues ?? [];
  if (!issue) return query;
  const [first = '', second = ''] = issue.path.map(String);
  const option = OPTION_OF[`${first}.${second}`] ?? OPTION_OF[first] ?? `--${first}`;
  const told = issue.path.reduce<unknown>(
    (at, key) => (at as Query | undefined)?.[String(key)],
    query,
  );
  const code = told === undefined ? 'cli.option-missing' : 'cli.option';
  throw new Failure('invalid', code, { option });
}

async function keep(application: Application, query: Query, file: string): Promise<Report> {
  const name = String(query['report']);
  const recipe = await askCore<Recipe>(application, 'reports.keepRecipe', { name, query });
  await writeNewFile(file, `${JSON.stringify(recipe, null, 2)}\n`);
  return askCore<Report>(application, 'reports.runRecipe', { recipeId: recipe.id });
}

/** A recipe belongs to the store that keeps its facts: the file only names it. */
async function runRecipe(application: Application, file: string): Promise<Report> {
  const told = readRecipeFile(file);
  const kept = await askCore<readonly Recipe[]>(application, 'reports.recipes', {});
  const same = kept.find(({ id, createdAt }) => id === told.id && createdAt === told.createdAt);
  if (!same) throw new Failure('not-found', 'reports.recipe-file', { file });
  return askCore<Report>(application, 'reports.runRecipe', { recipeId: same.id });
}

function readRecipeFile(file: string): Pick<Recipe, 'id' | 'createdAt'> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Recipe;
  } catch (error) {
    throw new Failure('invalid', 'reports.recipe-file', { file }, { cause: error });
  }
}

async function save(
  application: Application,
  { dataFolder, options }: CommandContext,
  query: Query,
  format: string,
): Promise<Readonly<{ file: string; rows: number }>> {
  const language = options['english'] === true ? 'en' : 'ru';
  const made = await askCore<{ handle: string; rows: number }>(application, 'reports.exportFile', {
    query,
    format,
    language,
  });
  const transfer = await takeTransfer(dataFolder, made.handle);
  if (!transfer) throw new Failure('unexpected', 'reports.recipe-file', { file: made.handle });
  await writeNewFile(transfer.fileName, await buffer(transfer.open()));
  return { file: transfer.fileName, rows: made.rows };
}
