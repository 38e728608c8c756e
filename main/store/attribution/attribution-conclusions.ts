import type { Evidence, OriginKind } from '../../domain/attribution/attribution.ts';
import { DIVIDING_MODELS, type Model } from '../../domain/attribution/attribution-models.ts';
import { modelNumber } from './attribution-credits.ts';
import { ensureSource } from './attribution-sources.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readFirst, run, sql } from '../sql.ts';

/** What was concluded of an order, as one narrow row. */
export type Conclusion = Readonly<{
  rulesVersion: number;
  standardId: number;
  firstId: number;
  split: 0 | 1;
  origin: OriginKind;
}>;

/** Undefined before the order was looked at. */
export function readConclusion(db: ReadableDb, deliveryId: number): Conclusion | undefined {
  return readFirst<Conclusion>(
    db,
    sql`
SELECT rules_version AS rulesVersion,
       standard_id AS standardId,
       first_id AS firstId,
       split,
       origin
  FROM attribution_order
 WHERE delivery_id = ${deliveryId}`,
  );
}

/** Stores what was concluded; answers whether the order's source or its kind changed. */
export function saveConclusion(
  db: WritableDb,
  deliveryId: number,
  rulesVersion: number,
  evidence: Evidence,
): { firstId: number; changed: boolean } {
  const before = readConclusion(db, deliveryId);
  const id = (model: Model): number => sourceOf(db, evidence, model);
  const standard = id('standard');
  const firstId = id('first');
  const split = isSplit(evidence) ? 1 : 0;
  const chain = split === 1 ? chainText(db, evidence) : null;
  run(
    db,
    sql`
INSERT INTO attribution_order (delivery_id, rules_version, standard_id, first_id, last_id,
                               last_paid_id, split, origin, restored, rule, chain)
VALUES (${deliveryId}, ${rulesVersion}, ${standard}, ${firstId}, ${id('last')},
        ${id('last-paid')}, ${split}, ${evidence.origin}, ${evidence.restored ? 1 : 0},
        ${evidence.ruleId ?? ''}, ${chain})
ON CONFLICT (delivery_id) DO UPDATE
   SET rules_version = excluded.rules_version,
       standard_id = excluded.standard_id,
       first_id = excluded.first_id,
       last_id = excluded.last_id,
       last_paid_id = excluded.last_paid_id,
       split = excluded.split,
       origin = excluded.origin,
       restored = excluded.restored,
       rule = excluded.rule,
       chain = excluded.chain`,
  );
  if (before?.split === 1) removeCredits(db, deliveryId);
  if (split === 1) saveCredits(db, deliveryId, evidence);
  const changed = before?.standardId !== standard || before.origin !== evidence.origin;
  return { firstId, changed };
}

function sourceOf(db: WritableDb, evidence: Evidence, model: Model): number {
  const credits = evidence.models.find((one) => one.model === model)?.credits ?? [];
  return ensureSource(db, credits[0]?.path ?? evidence.source);
}

const isSplit = ({ models }: Evidence): boolean =>
  models.some(({ model, credits }) => model === 'linear' && credits.length > 1);

function chainText(db: WritableDb, { chain, touches }: Evidence): string {
  const at = new Map(touches.map((touch) => [touch.id, touch.at ?? 0]));
  return JSON.stringify(
    chain.map(({ touchId, path, paid }) => [
      ensureSource(db, path),
      at.get(touchId) ?? 0,
      paid ? 1 : 0,
    ]),
  );
}

function removeCredits(db: WritableDb, deliveryId: number): void {
  run(db, sql`DELETE FROM attribution_credit WHERE delivery_id = ${deliveryId}`);
}

function saveCredits(db: WritableDb, deliveryId: number, { models }: Evidence): void {
  const divided: readonly string[] = DIVIDING_MODELS;
  for (const { model, credits } of models) {
    if (!divided.includes(model)) continue;
    for (const { path, fromPart, parts } of credits) {
      run(
        db,
        sql`
INSERT INTO attribution_credit (delivery_id, model, source_id, from_part, parts)
VALUES (${deliveryId}, ${modelNumber(model)}, ${ensureSource(db, path)}, ${fromPart}, ${parts})`,
      );
    }
  }
}
