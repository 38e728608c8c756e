import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import type { OrderPage } from '../../main/contract/orders.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { startCore } from '../../main/hosts/thread/start-core.ts';
import { closeDb, openReadable, storePath, type ReadableDb } from '../../main/store/database.ts';
import { quietCoreOptions, type BenchStore } from './bench-store.ts';
import { likeNewest } from './like-search.ts';
import { median, quantile, spread, timed, timedAnswer, type Figure } from './measure.ts';
import { searchMix, type Query } from './search-mix.ts';

const PAGE = 100;
const EACH_KIND = 12;
const LIKE_EACH_KIND = 2;
const LONGEST_MS = 50;
const NEWEST = { column: 'created', descending: true } as const;

/**
 * A mix of what operators type, drawn from the store's own orders, as the list asks it: found,
 * sorted and the first page read. The rival scans the same columns with LIKE for the newest page.
 */
export async function benchSearch(store: BenchStore): Promise<Figure[]> {
  const db = openReadable(storePath(store.folder));
  const application = await startCore(quietCoreOptions(await store.workingCopy()));
  try {
    const mix = searchMix(db, EACH_KIND);
    const search = async ({ text }: Query): Promise<number> => {
      const filter = { ...EVERY_ORDER, search: text };
      const input = { filter, sort: NEWEST, count: PAGE };
      const ask = () => askCore<OrderPage>(application, 'orders.open', input);
      const [ms, { rows }] = await timedAnswer(ask);
      if (rows.length === 0) throw new Error(`Nothing was found for «${text}»`);
      return ms;
    };
    for (const query of mix) await search(query);
    const ours = new Map<Query, number>();
    for (const query of mix) ours.set(query, await search(query));
    return [speedFigure(ours), await likeFigure(db, ours)];
  } finally {
    await application.close();
    closeDb(db);
  }
}

function speedFigure(times: ReadonlyMap<Query, number>): Figure {
  const all = [...times.values()];
  const p99 = quantile(all, 0.99);
  const kinds = [...Map.groupBy(times, ([{ kind }]) => kind)].map(([kind, part]) => {
    const own = part.map(([, ms]) => ms);
    return `${kind} ${median(own).toFixed(1)}/${Math.max(...own).toFixed(1)}`;
  });
  return {
    what: `search, ${all.length} queries as typed`,
    ours: `${spread(all)}, p99 ${p99.toFixed(1)} ms; median/worst: ${kinds.join(', ')}`,
    rival: '—',
    goal: `p99 ≤ ${LONGEST_MS} ms`,
    reached: p99 <= LONGEST_MS,
  };
}

async function likeFigure(db: ReadableDb, ours: ReadonlyMap<Query, number>): Promise<Figure> {
  const kinds = Map.groupBy(ours.keys(), ({ kind }) => kind);
  const some = [...kinds.values()].flatMap((queries) => queries.slice(0, LIKE_EACH_KIND));
  const like: number[] = [];
  for (const { text } of some) like.push(await timed(() => likeNewest(db, text, PAGE)));
  const same = some.map((query) => ours.get(query)!);
  const ratios = some.map((_, index) => like[index]! / same[index]!);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const ratio = sum(like) / sum(same);
  return {
    what: `search against LIKE, the same ${some.length} queries`,
    ours: spread(same),
    rival: `LIKE ${spread(like)}; query by query ${spread(ratios, '×', 0)}`,
    goal: `≥ 50× in sum: ${ratio.toFixed(0)}×`,
    reached: ratio >= 50,
  };
}
