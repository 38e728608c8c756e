import { expect, it } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { gatherOrders } from '../../main/sources/iiko-server/gather-orders.ts';
import {
  NET,
  OLAP_PARTS,
  ORDER_ID,
  type OlapPart,
} from '../../main/sources/iiko-server/olap-parts.ts';
import {
  readServerOrder,
  type ServerPage,
} from '../../main/sources/iiko-server/read-server-order.ts';
import type { WireOlapRow } from '../../main/sources/iiko-server/wire.ts';
import { testCount } from '../support/test-count.ts';

const ROUNDS = testCount(300, 20_000);
const SEED = Number(process.env['SEED'] ?? 23);
const MOST_ORDERS = 6;
const VENUE = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';

type Rows = Map<OlapPart['name'], Record<string, unknown>[]>;

const idOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** A sound day: each order in every report, its lines and payments coming to its total. */
function soundDay(dice: Dice): { rows: Rows; sums: Map<string, number> } {
  const rows: Rows = new Map(OLAP_PARTS.map(({ name }) => [name, []]));
  const sums = new Map<string, number>();
  for (let order = 1; order <= 1 + dice.below(MOST_ORDERS); order += 1) {
    const id = { [ORDER_ID]: idOf(order) };
    const identity = {
      'Delivery.Number': order,
      'Department.Id': VENUE,
      OrderDeleted: 'NOT_DELETED',
    };
    rows.get('identity')!.push({ ...id, ...identity });
    rows.get('origin')!.push({ ...id, 'Delivery.MarketingSource': 'Сайт' });
    rows.get('people')!.push({ ...id, 'Delivery.Courier': 'Иванов' });
    rows.get('times')!.push({ ...id, OpenTime: '2026-10-01T12:00:00' });
    rows.get('place')!.push({ ...id, CloseTime: '2026-10-01T13:00:00.5' });
    let total = 0;
    for (let line = 0; line <= dice.below(4); line += 1) {
      const net = dice.below(100_000);
      total += net;
      const dish = { DishId: idOf(900 + line), DishName: `Блюдо ${line}`, DishAmountInt: 1 };
      rows.get('lines')!.push({ ...id, ...dish, [NET]: net / 100 });
    }
    rows.get('totals')!.push({ ...id, [NET]: total / 100 });
    rows.get('payments')!.push({ ...id, PayTypes: 'Наличные', [NET]: total / 100 });
    sums.set(idOf(order), total);
  }
  return { rows, sums };
}

const WRONG: readonly unknown[] = [
  null,
  '',
  'много',
  -1,
  -1e15,
  1e300,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  true,
  '0001-01-01T00:00:00',
  '2026-13-45T99:99:99',
  '<b>&',
  idOf(1),
];

/** One to three injuries: a row lost, doubled, swapped for nonsense, a field spoilt or taken away. */
function injure(rows: Rows, dice: Dice): void {
  for (let injury = 0; injury <= dice.below(3); injury += 1) {
    const list = dice.pick([...rows.values()].filter(({ length }) => length > 0));
    const place = dice.below(list.length);
    const row = list[place]!;
    const field = dice.pick(Object.keys(row));
    const act = dice.below(5);
    if (act === 0) list.splice(place, 1);
    else if (act === 1) list.push({ ...row });
    else if (act === 2) list[place] = dice.pick(WRONG) as Record<string, unknown>;
    else if (act === 3) list[place] = { ...row, [field]: dice.pick(WRONG) };
    else delete row[field];
    if ([...rows.values()].every(({ length }) => length === 0)) return;
    if (list.some((one) => typeof one !== 'object' || one === null)) return;
  }
}

it(`${ROUNDS} injured days: every order is read exactly, or set aside whole with a reason (seed ${SEED})`, () => {
  const dice = new Dice(SEED);
  let [read, aside] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { rows, sums } = soundDay(dice);
    injure(rows, dice);
    const replay = `round ${round} of SEED=${SEED}`;
    const day = gatherOrders(
      rows as ReadonlyMap<OlapPart['name'], readonly WireOlapRow[]>,
      '2026-10-01',
    );
    const page: ServerPage = { orders: [], quarantined: [...day.quarantined] };
    const context = { id: VENUE, zone: 'Europe/Moscow', currency: 'RUB' };
    for (const order of day.orders) readServerOrder(page, order, false, context);
    const reasons = page.quarantined.map(({ reason }) => reason);
    expect({ replay, reasons }).not.toMatchObject({
      reasons: expect.arrayContaining(['reader-failed']),
    });
    const ids = page.orders.map(({ order }) => order.identities[0].id);
    expect(new Set(ids).size, replay).toBe(ids.length);
    for (const { order } of page.orders) {
      const sum = sums.get(order.identities[0].id);
      // An order that came whole has its own sum; one that a row made up has been told as such.
      if (sum !== undefined && order.lines.length > 0) expect(order.sumMinor, replay).toBe(sum);
    }
    const named = new Set([...ids, ...page.quarantined.flatMap(({ vendorId }) => vendorId ?? [])]);
    const lost = [...sums.keys()].filter((id) => !named.has(id));
    // Without a name anywhere an order can only be missed together with a nameless rest.
    expect(lost.length === 0 || page.quarantined.length > 0, replay).toBe(true);
    read += page.orders.length;
    aside += page.quarantined.length;
  }
  expect(read).toBeGreaterThan(ROUNDS);
  expect(aside).toBeGreaterThan(ROUNDS / 4);
});
