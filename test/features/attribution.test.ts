import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ModelComparison, SourceTree } from '../../main/contract/attribution.ts';
import { MODELS, WHOLE_CREDIT } from '../../main/domain/attribution/attribution-models.ts';
import { DEFAULT_RULES, type Rule } from '../../main/domain/attribution/attribution-rule.ts';
import { concludeSome } from '../../main/features/attribution/conclude-orders.ts';
import { compareModels } from '../../main/features/attribution/compare-models.ts';
import { explainOrder } from '../../main/features/attribution/explain-order.ts';
import { previewRules } from '../../main/features/attribution/preview-rules.ts';
import { reportAttribution } from '../../main/features/attribution/report-attribution.ts';
import type { WireOrder } from '../../main/sources/iiko-cloud/wire.ts';
import {
  creditMoney,
  creditRows,
  readOrderCredits,
} from '../../main/store/attribution/attribution-credits.ts';
import { saveRules } from '../../main/store/attribution/attribution-rules.ts';
import { ensureSource } from '../../main/store/attribution/attribution-sources.ts';
import { closeDb, type WritableDb } from '../../main/store/database.ts';
import { saveNewProfile } from '../../main/store/profiles.ts';
import { saveSourceChange, undoSourceChange } from '../../main/store/attribution/source-changes.ts';
import { readAll, readFirst, run, sql } from '../../main/store/sql.ts';
import {
  saveNewImport,
  saveTouches,
  saveWholeImport,
  tellSome,
} from '../../main/store/attribution/touch-imports.ts';
import { orderInfo, uuidFor } from '../fixtures/iiko-cloud-order.ts';
import { disagreement } from '../domain/attribution/independent-checker.ts';
import { seeded } from '../domain/attribution/labelled-cases.ts';
import { emptyStore, save } from '../support/store-with-orders.ts';

let db: WritableDb;

beforeEach(() => {
  db = emptyStore();
  saveNewProfile(db, { name: 'Ира', preset: 'manager', rights: ['see-phones', 'see-revenue'] }, 1);
});

afterEach(() => closeDb(db));

const settle = (): void => {
  while (concludeSome(db) > 0);
};

type Changes = Partial<WireOrder>;

/** Saves order `number`; its fields of origin are empty unless given. */
function put(number: number, changes: Changes = {}, version = 1): void {
  const body = {
    number,
    marketingSource: null,
    sourceKey: null,
    externalData: [],
    comment: null,
    phone: `+7912000${String(number % 50).padStart(4, '0')}`,
    ...changes,
  } as Changes;
  const place = { timestamp: 1_795_000_000_000 + version, externalNumber: null } as const;
  save(db, [orderInfo(number, body, place as Parameters<typeof orderInfo>[2])]);
}

const idOf = (number: number): number =>
  readFirst<{ id: number }>(db, sql`SELECT id FROM delivery WHERE number = ${String(number)}`)!.id;

const explain = (number: number) => explainOrder(db, idOf(number)).evidence;

const advert = (name: string): Changes => ({ marketingSource: { id: uuidFor(77, 'd'), name } });

function importCalls(calls: readonly { at: number; phone: string; source: string }[]): number {
  const id = saveNewImport(db, { fileName: 'x.csv', format: 'csv', author: '', at: 1 });
  const touches = calls.map(({ at, phone, source }, place) => ({
    row: place + 2,
    touch: {
      kind: 'call' as const,
      at,
      path: [source],
      text: source,
      phoneTail: [...phone.replace(/\D/g, '')].toReversed().join(''),
      email: null,
      client: null,
      visit: null,
      orderNumber: null,
    },
  }));
  saveTouches(db, id, touches);
  const report = { rows: calls.length, taken: calls.length, refused: 0, reasons: {}, wrong: [] };
  saveWholeImport(db, id, report);
  for (let after: number | null = 0; after !== null;) after = tellSome(db, id, after);
  return id;
}

const CREATED = Date.UTC(2026, 10, 20, 13, 0, 10, 120);

describe('what orders tell themselves', () => {
  test('an order is concluded once it is stored, and again when it changes', () => {
    put(1, advert('2ГИС'));
    settle();
    expect(readOrderCredits(db, 'standard', [idOf(1)])).toMatchObject([{ parts: WHOLE_CREDIT }]);
    put(1, advert('Радио'), 2);
    settle();
    expect(explain(1)).toMatchObject({ source: ['Радио'], ruleId: 'advert', restored: false });
  });

  test('a wiped field is restored and said to be', () => {
    put(1, advert('2ГИС'));
    settle();
    put(1, { comment: 'позвонить' }, 2);
    settle();
    expect(explain(1)).toMatchObject({ source: ['2ГИС'], restored: true });
    expect(readFirst(db, sql`SELECT restored FROM attribution_order`)).toEqual({ restored: 1 });
  });

  test('a field that was wiped before anybody looked is found in the journal', () => {
    put(1, { comment: 'а' });
    put(1, { externalData: [{ key: 'roistat', value: 'vk2_post' }] } as Changes, 2);
    put(1, { comment: 'б' }, 3);
    settle();
    expect(explain(1)).toMatchObject({ source: ['vk2', 'post'], restored: true });
  });

  test('an order without a source inherits, also from an older one that is read later', () => {
    put(1, { whenCreated: '2026-11-20 18:00:10.120', phone: '+79120007777' });
    settle();
    expect(explain(1).origin).toBe('none');
    put(2, {
      ...advert('2ГИС'),
      whenCreated: '2026-11-10 18:00:10.120',
      phone: '+79120007777',
    });
    settle();
    const [inherited] = readOrderCredits(db, 'standard', [idOf(1)]);
    expect(inherited?.sourceId).toBe(ensureSource(db, ['2ГИС']));
    expect(explain(1)).toMatchObject({ origin: 'inherited', ruleId: 'history' });
  });

  test('the customer keeps the first source, the order gets the last', () => {
    const phone = '+79120007777';
    put(1, { ...advert('Радио'), whenCreated: '2026-11-20 18:00:10.120', phone });
    settle();
    put(2, { ...advert('2ГИС'), whenCreated: '2026-11-10 18:00:10.120', phone });
    settle();
    const source = (model: 'customer-first' | 'last') =>
      readOrderCredits(db, model, [idOf(1)])[0]?.sourceId;
    expect(source('customer-first')).toBe(ensureSource(db, ['2ГИС']));
    expect(source('last')).toBe(ensureSource(db, ['Радио']));
    const first = explain(1).models.find(({ model }) => model === 'customer-first');
    expect(first?.credits[0]?.path).toEqual(['2ГИС']);
  });
});

test('an order that changes its number leaves the customer it was the first of', () => {
  const [phone, other] = ['+79120007777', '+79120008888'];
  put(1, { ...advert('2ГИС'), whenCreated: '2026-11-10 18:00:10.120', phone });
  put(2, { ...advert('Радио'), whenCreated: '2026-11-20 18:00:10.120', phone });
  settle();
  put(1, { ...advert('2ГИС'), whenCreated: '2026-11-10 18:00:10.120', phone: other }, 2);
  settle();
  const [credit] = readOrderCredits(db, 'customer-first', [idOf(2)]);
  expect(credit?.sourceId).toBe(ensureSource(db, ['Радио']));
});

/** Orders with calls around them, so that models differ. */
function fillMixed(seed: number, count: number): void {
  const random = seeded(seed);
  const calls: { at: number; phone: string; source: string }[] = [];
  for (let number = 1; number <= count; number += 1) {
    const phone = `+79120${String(10_000 + number).padStart(6, '0')}`;
    const own = random() < 0.3 ? advert(['2ГИС', 'Радио', 'seo'][number % 3]!) : {};
    put(number, { phone, sum: Math.round(random() * 500_000) / 100, ...own });
    for (let place = 0; place < random() * 5; place += 1) {
      const back = Math.floor(random() * 20 * 86_400_000);
      calls.push({ at: CREATED - back, phone, source: `Канал ${Math.floor(random() * 6)}` });
    }
  }
  importCalls(calls);
  settle();
}

describe('credits', () => {
  test('sum to every order and its money under every model, in SQL as in the evidence', () => {
    fillMixed(5, 60);
    for (const model of MODELS) {
      const rows = readAll<{ id: number; parts: number; money: number; sum: number }>(
        db,
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
        const told = explainOrder(db, id).evidence.models.find((one) => one.model === model);
        const kept = readOrderCredits(db, model, [id]).map(({ sourceId, fromPart, parts }) => [
          sourceId,
          fromPart,
          parts,
        ]);
        const said = told?.credits.map(({ path, fromPart, parts }) => [
          ensureSource(db, path),
          fromPart,
          parts,
        ]);
        expect(kept).toEqual(said);
      }
    }
    const split = readFirst<{ c: number }>(db, sql`SELECT sum(split) AS c FROM attribution_order`);
    expect(split?.c).toBeGreaterThan(10);
  });

  test('models side by side agree with the credits, whole and by channel', async () => {
    fillMixed(6, 60);
    run(db, sql`UPDATE delivery SET counted = 1`);
    const compared: ModelComparison = await compareModels(db, {
      from: '2026-11-01',
      to: '2026-11-30',
    });
    expect(compared.orders).toBe(60);
    compared.models.forEach((model, place) => {
      const rows = readAll<{ channelId: number; parts: number; money: number }>(
        db,
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
      expect(disagreement(explain(number), DEFAULT_RULES)).toBeNull();
    }
  });
});

describe('rules', () => {
  const without = (id: string): Rule[] => DEFAULT_RULES.filter((rule) => rule.id !== id);

  test('what the preview tells is what applying changes', async () => {
    fillMixed(8, 50);
    const before = readSources();
    const preview = await previewRules(db, without('advert'), 3660, CREATED + 86_400_000);
    expect(preview).toMatchObject({ checked: 50, orders: 50 });
    saveRules(db, without('advert'), 'Ира', 5);
    settle();
    const after = readSources();
    const changed = [...after].filter(([id, source]) => before.get(id) !== source);
    expect(changed.length).toBe(preview.changed);
    expect(changed.length).toBeGreaterThan(0);
    expect(
      readFirst(db, sql`SELECT count(*) AS c FROM attribution_order WHERE rules_version = 1`),
    ).toEqual({ c: 50 });
  });

  const readSources = (): Map<number, number> =>
    new Map(
      readAll<{ id: number; source: number }>(
        db,
        sql`SELECT delivery_id AS id, standard_id AS source FROM attribution_order`,
      ).map(({ id, source }) => [id, source]),
    );

  test('going back to earlier rules gives earlier sources', () => {
    fillMixed(9, 30);
    const before = readSources();
    saveRules(db, without('advert'), 'Ира', 5);
    settle();
    saveRules(db, DEFAULT_RULES, 'Ира', 6);
    settle();
    expect(readSources()).toEqual(before);
  });
});

describe('the tree of sources', () => {
  const tree = () => reportAttribution(db, { now: () => CREATED }).sources({}) as SourceTree;
  const change = (kind: 'rename' | 'merge' | 'split', sourceId: number, after: string | null) =>
    saveSourceChange(db, { kind, sourceId, after }, 'Ира', 1);

  test('merging moves orders to the other source without concluding again; undo and split move them back', () => {
    put(1, advert('2ГИС'));
    put(2, advert('Радио'));
    settle();
    const [one, other] = [ensureSource(db, ['2ГИС']), ensureSource(db, ['Радио'])];
    const orders = (id: number) => tree().sources.find((source) => source.id === id)?.orders;
    const merged = change('merge', one, String(other));
    expect([orders(one), orders(other)]).toEqual([0, 2]);
    expect(readOrderCredits(db, 'last', [idOf(1)])[0]).toMatchObject({ channelId: other });
    undoSourceChange(db, merged, 2);
    expect([orders(one), orders(other)]).toEqual([1, 1]);
    change('merge', one, String(other));
    change('split', one, null);
    expect([orders(one), orders(other)]).toEqual([1, 1]);
    expect(tree().changes).toHaveLength(3);
  });

  test('branches of a merged channel hang under the other', () => {
    const data = (value: string): Changes =>
      ({ externalData: [{ key: 'roistat', value }] }) as Changes;
    put(1, data('direct1_search_a'));
    put(2, data('direct2_search_b'));
    settle();
    const [one, other] = [ensureSource(db, ['direct1']), ensureSource(db, ['direct2'])];
    change('merge', one, String(other));
    const channels = readOrderCredits(db, 'first', [idOf(1), idOf(2)]).map((c) => c.channelId);
    expect(channels).toEqual([other, other]);
    put(3, data('direct1_networks'));
    settle();
    expect(readOrderCredits(db, 'first', [idOf(3)])[0]?.channelId).toBe(other);
  });

  test('a new name is shown in the explanation, the evidence keeps what was told', () => {
    put(1, advert('2ГИС'));
    settle();
    change('rename', ensureSource(db, ['2ГИС']), 'Карты');
    const { evidence, names } = explainOrder(db, idOf(1));
    expect(evidence.source).toEqual(['2ГИС']);
    expect(names[0]?.names).toEqual(['Карты']);
  });
});

test('deleting an order leaves nothing of it behind', () => {
  fillMixed(10, 10);
  run(db, sql`DELETE FROM delivery_version WHERE delivery_id = ${idOf(3)}`);
  run(db, sql`DELETE FROM delivery WHERE id = ${idOf(3)}`);
  for (const table of ['attribution_order', 'attribution_mark', 'attribution_credit']) {
    const left = db.raw.prepare(`SELECT count(DISTINCT delivery_id) AS c FROM ${table}`).get();
    expect((left as { c: number }).c).toBeLessThanOrEqual(9);
  }
});
