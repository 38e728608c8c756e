import { describe, expect, test } from 'vitest';
import { DEFAULT_RULES, type Rule } from '../../../main/domain/attribution/attribution-rule.ts';
import { previewRules } from '../../../main/features/attribution/preview-rules.ts';
import { saveRules } from '../../../main/store/attribution/attribution-rules.ts';
import { readAll, readFirst, sql } from '../../../main/store/sql.ts';
import { CREATED, sourcedStoreOfTest } from '../../support/sourced-store.ts';

const { db, settle, fillMixed } = sourcedStoreOfTest();

describe('rules', () => {
  const without = (id: string): Rule[] => DEFAULT_RULES.filter((rule) => rule.id !== id);

  test('what the preview tells is what applying changes', async () => {
    fillMixed(8, 50);
    const before = readSources();
    const preview = await previewRules(db(), without('advert'), 3660, CREATED + 86_400_000);
    expect(preview).toMatchObject({ checked: 50, orders: 50 });
    saveRules(db(), without('advert'), 'Ира', 5);
    settle();
    const after = readSources();
    const changed = [...after].filter(([id, source]) => before.get(id) !== source);
    expect(changed.length).toBe(preview.changed);
    expect(changed.length).toBeGreaterThan(0);
    expect(
      readFirst(db(), sql`SELECT count(*) AS c FROM attribution_order WHERE rules_version = 1`),
    ).toEqual({ c: 50 });
  });

  const readSources = (): Map<number, number> =>
    new Map(
      readAll<{ id: number; source: number }>(
        db(),
        sql`SELECT delivery_id AS id, standard_id AS source FROM attribution_order`,
      ).map(({ id, source }) => [id, source]),
    );

  test('going back to earlier rules gives earlier sources', () => {
    fillMixed(9, 30);
    const before = readSources();
    saveRules(db(), without('advert'), 'Ира', 5);
    settle();
    saveRules(db(), DEFAULT_RULES, 'Ира', 6);
    settle();
    expect(readSources()).toEqual(before);
  });
});
