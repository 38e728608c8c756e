import type { Announce } from '../../contract/index.ts';
import type { WritableDb } from '../../store/database.ts';
import type { Outside } from '../../outside.ts';
import { keepFacts } from './keep-facts.ts';

/** Topics after which orders may be stored whose facts are behind. */
const WRITTEN: ReadonlySet<string> = new Set(['orders.changed', 'connections.changed']);

/** What reports do in the writing part: keep facts up to date, recipes, spend, costs, segments. */
export function createReports(db: WritableDb, _outside: Outside, announce: Announce) {
  const keeper = keepFacts(db, announce);
  keeper.nudge();
  return {
    handlers: {},
    hear: (topic: string): void => {
      if (WRITTEN.has(topic)) keeper.nudge();
    },
    settled: keeper.settled,
  };
}
