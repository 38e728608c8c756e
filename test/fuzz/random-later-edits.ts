import { assign } from '../../main/domain/status-mapping/status-mapping.ts';
import { mayMerge } from '../../main/domain/attribution/source-tree.ts';
import { concludeSome } from '../../main/features/attribution/conclude-orders.ts';
import { removeImport } from '../../main/features/attribution/import-touches.ts';
import { importSpend } from '../../main/features/reports/import-spend.ts';
import { keepFacts } from '../../main/features/reports/keep-facts.ts';
import { readRules, saveRules } from '../../main/store/attribution/attribution-rules.ts';
import { readSources } from '../../main/store/attribution/attribution-sources.ts';
import { saveSourceChange } from '../../main/store/attribution/source-changes.ts';
import {
  saveNewImport,
  saveTouches,
  saveWholeImport,
  tellSome,
} from '../../main/store/attribution/touch-imports.ts';
import { readAll, run, sql } from '../../main/store/sql.ts';
import {
  readStatusMapping,
  saveMappingVersion,
} from '../../main/store/status-mapping/status-mapping.ts';
import { pick } from '../support/chance.ts';
import type { FactStore } from '../support/store-with-facts.ts';

type Edit = (store: FactStore, chance: () => number) => Promise<void> | void;

const STATUSES = ['Closed', 'OnWay', 'Cancelled', 'Delivered', 'Загадка'];
const GROUPS = ['paid', 'in-work', 'cancelled', 'ignored', null] as const;
const SITES = ['Яндекс', 'VK', '2ГИС', 'Сайт'];

/** Visits and calls of customers in the two days before an order of theirs. */
function bring({ db }: FactStore, chance: () => number): void {
  const id = saveNewImport(db, { fileName: 'x.csv', format: 'csv', author: '', at: 1 });
  const orders = readAll<{ phoneTail: string; at: number }>(
    db,
    sql`SELECT phone_tail AS phoneTail, created_at AS at FROM delivery`,
  );
  const count = 5 + Math.floor(chance() * 20);
  const touches = Array.from({ length: count }, (_, place) => {
    const { phoneTail, at } = pick(chance, orders);
    return {
      row: place + 2,
      touch: {
        kind: pick(chance, ['visit', 'call'] as const),
        at: at - Math.floor(chance() * 2 * 86_400_000),
        path: chance() < 0.2 ? [':direct'] : [pick(chance, SITES), pick(chance, ['поиск', 'сеть'])],
        text: 'x',
        phoneTail,
        email: null,
        client: null,
        visit: null,
        orderNumber: null,
      },
    };
  });
  saveTouches(db, id, touches);
  saveWholeImport(db, id, { rows: count, taken: count, refused: 0, reasons: {}, wrong: [] });
  for (let after: number | null = 0; after !== null;) after = tellSome(db, id, after);
}

const EDITS: Readonly<Record<string, Edit>> = {
  async orders(store, chance) {
    await store.change(Array.from({ length: 6 }, () => 1 + Math.floor(chance() * 90)));
  },
  async deleted({ db }, chance) {
    if (chance() < 0.7) return;
    run(db, sql`DELETE FROM delivery WHERE id = ${1 + Math.floor(chance() * 90)}`);
    await keepFacts(db, () => undefined).settled();
  },
  rules({ db }, chance) {
    const rules = readRules(db).rules.map((rule) => ({ ...rule, enabled: chance() < 0.8 }));
    const moved = rules.splice(Math.floor(chance() * rules.length), 1);
    rules.splice(Math.floor(chance() * rules.length), 0, ...moved);
    saveRules(db, rules, '', 1);
  },
  source({ db }, chance) {
    const sources = readSources(db);
    const [one, into] = [pick(chance, sources), pick(chance, sources)];
    if (one.id <= 2) return;
    const sourceId = one.id;
    if (one.mergedInto !== null) {
      saveSourceChange(db, { kind: 'split', sourceId, after: null }, '', 1);
    } else if (chance() < 0.6 && mayMerge(sources, sourceId, into.id)) {
      saveSourceChange(db, { kind: 'merge', sourceId, after: String(into.id) }, '', 1);
    } else {
      const after = `${one.name} ${Math.floor(chance() * 9)}`;
      saveSourceChange(db, { kind: 'rename', sourceId, after }, '', 1);
    }
  },
  mapping({ db }, chance) {
    const status = pick(chance, STATUSES);
    const change = { organizationId: 0, system: 'iiko-cloud', status, group: pick(chance, GROUPS) };
    const by = { cause: 'command', sameAs: null, author: '', validFrom: 5 } as const;
    saveMappingVersion(db, assign(readStatusMapping(db, null), [change]), by);
  },
  visits: bring,
  async taken({ db }, chance) {
    const imports = readAll<{ id: number }>(db, sql`SELECT id FROM touch_import`);
    if (imports.length > 0) await removeImport(db, pick(chance, imports).id, () => true);
  },
  async spend({ db }, chance) {
    const day = String(1 + Math.floor(chance() * 28)).padStart(2, '0');
    const row = `2026-10-${day};${pick(chance, SITES)};${Math.floor(chance() * 9000)}`;
    await importSpend(db, `day;channel;amount\n${row}\n`, false, '');
  },
  names({ db }, chance) {
    run(db, sql`UPDATE venue SET name = ${`Точка ${Math.floor(chance() * 99)}`}`);
  },
};

/** Makes one edit of chance and lets everything that follows from it be done; answers its name. */
export async function editAtRandom(store: FactStore, chance: () => number): Promise<string> {
  const name = pick(chance, Object.keys(EDITS));
  await EDITS[name]!(store, chance);
  while (concludeSome(store.db) > 0);
  return name;
}
