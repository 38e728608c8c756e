import type { attribution } from '../../contract/attribution.ts';
import type { Handlers } from '../../contract/define.ts';
import type { ReadableDb } from '../../store/database.ts';
import { findOrders } from '../../store/attribution/attribution-due.ts';
import { readTouchImports } from '../../store/attribution/touch-imports.ts';
import { viewRules } from './change-rules.ts';
import { explainOrder } from './explain-order.ts';

/** Why an order has its source; the rules; what was imported. */
export function readAttribution(db: ReadableDb): Handlers<typeof attribution, 'list'> {
  return {
    explain: ({ orderId }) => explainOrder(db, orderId),
    find: ({ text }) => findOrders(db, text),
    rules: () => viewRules(db),
    imports: () => readTouchImports(db),
  };
}
