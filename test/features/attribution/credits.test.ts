import { describe, expect, test } from 'vitest';
import type { ModelComparison } from '../../../main/contract/attribution.ts';
import { MODELS, WHOLE_CREDIT } from '../../../main/domain/attribution/attribution-models.ts';
import { DEFAULT_RULES } from '../../../main/domain/attribution/attribution-rule.ts';
import { compareModels } from '../../../main/features/attribution/compare-models.ts';
import { explainOrder } from '../../../main/features/attribution/explain-order.ts';
import {
  creditMoney,
  creditRows,
  readOrderCredits,
} from '../../../main/store/attribution/attribution-credits.ts';
import { ensureSource } from '../../../main/store/attribution/attribution-sources.ts';
import { readAll, readFirst, run, sql } from '../../../main/store/sql.ts';
import { disagreement } from '../../domain/attribution/independent-checker.ts';
import { sourcedStoreOfTest } from '../../support/sourced-store.ts';

const { db, idOf, evidence, fillMixed } = sourcedStoreOfTest();

describe('credits', () => {
  test('sum to every order and its money under every model, in SQL as in the evidence', () => {
    fillMixed(5, 60);
    for (const model of MODELS) {
      const rows = readAll<{ id: number; parts: number; money: number; sum: number }>(
        db(),
        sql`
SELECT delivery.id,
       sum(credit.parts) AS parts,
       sum(${{ text: creditMoney('delivery.sum_minor', 'credit'), values: [] }}) AS money,
       delivery.sum_minor AS sum
  FROM delivery
  JOIN (${creditRows(model)}) AS credit ON credit.delivery_id = delivery.id
 GROUP BY delivery.id`,
      );
      expect(rows).toHaveLength(60);
      for (const row of rows) expect([row.parts, row.money]).toEqual([WHOLE_CREDIT, row.sum]);
      for (const { id } of rows) {
        const told = explainOrder(db(), id).evidence.models.find((one) => one.model === model);
        const kept = readOrderCredits(db(), model, [id]).map(({ sourceId, fromPart, parts }) => [
          sourceId,
          fromPart,
          parts,
        ]);
        const said = told?.credits.map(({ path, fromPart, parts }) => [
          ensureSource(db(), path),
          fromPart,
          parts,
        ]);
        expect(kept).toEqual(said);
      }
    }
    const split = readFirst<{ c: number }>(
      db(),
      sql`SELECT sum(split) AS c FROM attribution_order`,
    );
    expect(split?.c).toBeGreaterThan(10);
  });

  test('models side by side agree with the credits, whole and by channel', async () => {
    fillMixed(6, 60);
    run(db(), sql`UPDATE delivery SET counted = 1`);
    const compared: ModelComparison = await compareModels(db(), {
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(compared.orders).toBe(60);
    compared.models.forEach((model, place) => {
      const rows = readAll<{ channelId: number; parts: number; money: number }>(
        db(),
        sql`
SELECT source.channel_id AS channelId,
       sum(credit.parts) AS parts,
       sum(${{ text: creditMoney('delivery.sum_minor', 'credit'), values: [] }}) AS money
  FROM delivery
  JOIN (${creditRows(model)}) AS credit ON credit.delivery_id = delivery.id
  JOIN attribution_source AS source ON source.id = credit.source_id
 GROUP BY source.channel_id
 ORDER BY source.channel_id`,
      );
      const shown = compared.rows
        .map((row) => ({
          channelId: row.channelId,
          parts: row.parts[place]!,
          money: row.sumMinor[place]!,
        }))
        .filter(({ parts }) => parts > 0)
        .toSorted((a, b) => a.channelId - b.channelId);
      expect(shown).toEqual(rows);
    });
  });

  test('the evidence of stored orders satisfies the independent checker', () => {
    fillMixed(7, 40);
    for (let number = 1; number <= 40; number += 1) {
      expect(disagreement(evidence(number), DEFAULT_RULES)).toBeNull();
    }
  });
});

test('deleting an order leaves nothing of it behind', () => {
  fillMixed(10, 10);
  run(db(), sql`DELETE FROM delivery_version WHERE delivery_id = ${idOf(3)}`);
  run(db(), sql`DELETE FROM delivery WHERE id = ${idOf(3)}`);
  for (const table of ['attribution_order', 'attribution_mark', 'attribution_credit']) {
    const left = db().raw.prepare(`SELECT count(DISTINCT delivery_id) AS c FROM ${table}`).get();
    expect((left as { c: number }).c).toBeLessThanOrEqual(9);
  }
});
