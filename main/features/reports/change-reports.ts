import type { Handlers, OutputOf } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { reports } from '../../contract/reports.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';
import { removeSegment, saveSegment } from '../../store/reports/customer-segments.ts';
import { inDurableTransaction, type WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import { saveSpend, takeDataVersion } from '../../store/reports/spend.ts';
import { importCosts } from './import-costs.ts';
import { importSpend } from './import-spend.ts';
import { keepFacts } from './keep-facts.ts';
import { forgetRecipe, keepRecipe, removeHalfRecipes } from './keep-recipe.ts';
import { createScheduledExports } from './scheduled-exports.ts';

/** Topics after which orders may be stored whose facts are behind. */
const WRITTEN: ReadonlySet<string> = new Set(['orders.changed', 'connections.changed']);

type CoreHandlers = Handlers<typeof reports, 'core'>;
type InputOf<Name extends keyof CoreHandlers> = Parameters<CoreHandlers[Name]>[0];

/** Reports' part of the writing application. */
export type ReportsWork = Readonly<{
  handlers: CoreHandlers;
  /** Hears every announcement of the core. */
  hear(topic: string): void;
  /** Exports by timetable until closed. */
  start(): Promise<void>;
  close(): void;
  /** Resolves once every order's facts are up to date. */
  settled(): Promise<void>;
}>;

/** What reports do in the writing part: keep facts up to date, recipes, spend, costs, segments. */
export function createReports(db: WritableDb, outside: Outside, announce: Announce): ReportsWork {
  const keeper = keepFacts(db, announce, outside.log);
  keeper.wake();
  const changed = (): void => announce('reports.changed', null);
  const scheduled = createScheduledExports({ db, outside, changed });
  const author = (): string => readActiveProfile(db)?.name ?? '';
  const changing: Changing = (change) => async (input) => {
    requireRight(db, 'see-revenue');
    const value = await change(input);
    changed();
    return value;
  };
  return {
    handlers: {
      ...recipeHandlers(db, outside, changing, author),
      ...tableHandlers(db, changing, author, keeper.wake),
      ...scheduled.handlers,
    },
    async start() {
      await removeHalfRecipes(db);
      await scheduled.start();
    },
    close: scheduled.close,
    hear: (topic: string): void => {
      if (WRITTEN.has(topic)) keeper.wake();
    },
    settled: keeper.settled,
  };
}

/** Wraps a change: only for whoever may see revenue, and announced. */
type Changing = <Input, Value>(
  change: (input: Input) => Value | Promise<Value>,
) => (input: Input) => Promise<Value>;

function recipeHandlers(
  db: WritableDb,
  outside: Outside,
  changing: Changing,
  author: () => string,
): Pick<CoreHandlers, 'keepRecipe' | 'removeRecipe' | 'saveSegment' | 'removeSegment'> {
  return {
    keepRecipe: changing(({ name, query }: InputOf<'keepRecipe'>) =>
      keepRecipe(db, name, query, { author: author(), at: outside.now() }),
    ),
    removeRecipe: changing(async ({ recipeId }: InputOf<'removeRecipe'>) => {
      if (!(await forgetRecipe(db, recipeId))) throw new Failure('not-found', 'reports.no-recipe');
      return null;
    }),
    saveSegment: changing(({ id, name, rule }: InputOf<'saveSegment'>) => {
      const stored = { id, name, rule: JSON.stringify(rule) };
      const saved = saveSegment(db, stored, author(), outside.now());
      if (saved === null) throw new Failure('not-found', 'reports.no-segment');
      return { id: saved, name, rule, customers: null };
    }),
    removeSegment: changing(({ segmentId }: InputOf<'removeSegment'>) => {
      if (!removeSegment(db, segmentId)) throw new Failure('not-found', 'reports.no-segment');
      return null;
    }),
  };
}

function tableHandlers(
  db: WritableDb,
  changing: Changing,
  author: () => string,
  nudge: () => void,
): Pick<CoreHandlers, 'saveSpend' | 'importSpend' | 'importCosts'> {
  return {
    saveSpend: changing((input: InputOf<'saveSpend'>) => setSpend(db, input, author())),
    importSpend: changing(({ text, dryRun }: InputOf<'importSpend'>) =>
      importSpend(db, text, dryRun, author()),
    ),
    importCosts: changing(async ({ text, dryRun }: InputOf<'importCosts'>) => {
      const result = await importCosts(db, text, dryRun);
      nudge();
      return result;
    }),
  };
}

function setSpend(
  db: WritableDb,
  input: InputOf<'saveSpend'>,
  author: string,
): OutputOf<(typeof reports)['saveSpend']> {
  return inDurableTransaction(db, () => {
    const spend = { ...input, day: toEpochDay(input.day), origin: 'hand' as const, author };
    const { id } = saveSpend(db, spend, takeDataVersion(db));
    return id === null ? null : { id, ...input, origin: 'hand' as const };
  });
}
