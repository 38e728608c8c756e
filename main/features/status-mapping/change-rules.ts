import type { Handlers } from '../../contract/define.ts';
import type { statusMapping } from '../../contract/status-mapping.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { WritableDb } from '../../store/database.ts';
import {
  saveClientRule,
  saveMoveRule,
  saveTimeLimit,
} from '../../store/status-mapping/status-rules.ts';

/** Allowed moves, sets by type of client and longest times; `change` checks the right and tells the news. */
export function ruleHandlers(
  db: WritableDb,
  change: <Answer>(work: () => Answer) => Answer,
  made: () => Readonly<{ author: string; at: Instant }>,
): Pick<Handlers<typeof statusMapping, 'core'>, 'setMove' | 'setLimit' | 'setClient'> {
  return {
    setMove: ({ allowed, ...move }) =>
      change(() => {
        saveMoveRule(db, move, allowed, made());
        return null;
      }),
    setClient: ({ allowed, ...place }) =>
      change(() => {
        saveClientRule(db, place, allowed, made());
        return null;
      }),
    setLimit: ({ minutes, ...place }) =>
      change(() => {
        saveTimeLimit(db, place, minutes, made());
        return null;
      }),
  };
}
