import {
  removeDue,
  readDue,
  readOrdersFrom,
  saveHeirsDue,
} from '../../store/attribution/attribution-due.ts';
import {
  leaveOtherCustomers,
  removeCustomer,
  saveCustomerOrder,
} from '../../store/attribution/attribution-customers.ts';
import { saveConclusion } from '../../store/attribution/attribution-conclusions.ts';
import { saveMarks } from '../../store/attribution/attribution-marks.ts';
import {
  readRebuild,
  readRules,
  saveRebuild,
  type RulesVersion,
} from '../../store/attribution/attribution-rules.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import { readOrderFacts } from '../../store/attribution/attribution-marks.ts';
import { concludeCase, gatherCase, nothingLookedUp, type LookedUp } from './gather-case.ts';

const PART = 50;
/** A slice of work between which the sync and others take their turn. */
const SLICE_MS = 15;

/** Concludes orders that changed, then those that older rules had concluded; answers how many. */
export function concludeSome(db: WritableDb): number {
  const rules = readRules(db);
  const due = readDue(db, PART);
  if (due.length > 0) return concludeDue(db, due, rules);
  const from = readRebuild(db);
  return from === null ? 0 : rebuildSome(db, from, rules);
}

function concludeDue(db: WritableDb, due: readonly number[], rules: RulesVersion): number {
  return inTransaction(db, () => {
    const until = performance.now() + SLICE_MS;
    const lookedUp = nothingLookedUp();
    let done = 0;
    for (const deliveryId of due) {
      // First: what follows may ask for this very order again.
      removeDue(db, deliveryId);
      concludeOrder(db, deliveryId, rules, lookedUp);
      done += 1;
      if (performance.now() > until) break;
    }
    return done;
  });
}

function rebuildSome(db: WritableDb, from: number, rules: RulesVersion): number {
  return inTransaction(db, () => {
    const ids = readOrdersFrom(db, from, PART);
    const until = performance.now() + SLICE_MS;
    const lookedUp = nothingLookedUp();
    let done = 0;
    for (const deliveryId of ids) {
      concludeOrder(db, deliveryId, rules, lookedUp);
      done += 1;
      if (performance.now() > until) break;
    }
    saveRebuild(db, done === 0 ? null : ids[done - 1]! + 1);
    return done;
  });
}

/** Concludes one order and tells those that depend on it. */
export function concludeOrder(
  db: WritableDb,
  deliveryId: number,
  { version, rules }: RulesVersion,
  lookedUp: LookedUp,
): void {
  const gathered = gatherCase(db, deliveryId, rules, lookedUp);
  if (!gathered) return;
  const { facts, marks, fresh } = gathered;
  if (fresh) saveMarks(db, [{ deliveryId, ...marks }]);
  const evidence = concludeCase(db, facts, rules);
  const { firstId, changed } = saveConclusion(db, deliveryId, version, evidence);
  leaveOtherCustomers(db, facts.phoneTail, deliveryId);
  if (facts.phoneTail === '') {
    const shared = readOrderFacts(db, deliveryId)?.phoneTail ?? '';
    if (shared !== '') removeCustomer(db, shared);
    return;
  }
  saveCustomerOrder(db, facts.phoneTail, deliveryId, firstId);
  if (changed && facts.createdAt !== null) saveHeirsDue(db, facts.phoneTail, facts.createdAt);
}
