import type { CustomerCell } from './customer-cell.ts';
import type { ReadableDb } from '../database.ts';
import type { FactColumns } from './fact-columns.ts';
import { groupFacts } from './fact-groups.ts';
import type { PivotQuestion } from './report-pivot.ts';

const OF_CUSTOMERS = ['customer_id', 'created_s', 'status_id', 'currency', 'sum_minor'] as const;

/** What the customers' SQL says, from the columns in memory; null where they do not serve. */
export function foldCustomers(
  db: ReadableDb,
  question: PivotQuestion,
  paid: readonly number[],
): CustomerCell[] | null {
  const sales = {
    ...question,
    only: [...question.only, { column: 'status_id' as const, values: paid }],
  };
  const groups = groupFacts(db, sales, OF_CUSTOMERS);
  if (!groups) return null;
  const { table, groupOf, keys } = groups;
  const buyers = findBuyers(table, new Set(paid));
  const [fresh, repeat, lifetime] = [0, 1, 2].map(() => new Float64Array(keys.length));
  for (let row = 0; row < groupOf.length; row += 1) {
    const [group, buyer] = [groupOf[row]!, buyers.buyerOf[row]!];
    if (group === -1 || buyer === -1) continue;
    if (buyers.first[buyer] === row) {
      fresh![group]! += 1;
      lifetime![group]! += buyers.lifetime[buyer]!;
    } else repeat![group]! += 1;
  }
  return keys.map((key, group) => ({
    values: key.slice(0, -2),
    statusId: key.at(-2)!,
    currency: key.at(-1)!,
    newCustomers: fresh![group]!,
    repeatSales: repeat![group]!,
    lifetimeMinor: lifetime![group]!,
  }));
}

type Buyers = Readonly<{
  /** Number of the customer in one currency; −1 for orders that are no sale of anybody. */
  buyerOf: Int32Array;
  /** Row of the first sale: the earliest second, then the smallest id, which is the row's order. */
  first: readonly number[];
  lifetime: readonly number[];
}>;

function findBuyers(table: FactColumns, paid: ReadonlySet<number>): Buyers {
  const [customer, created, status, currency, sum] = OF_CUSTOMERS.map((name) => table.column(name));
  const numbers = new Map<number, Map<number, number>>();
  const buyerOf = new Int32Array(table.rows).fill(-1);
  const [first, lifetime]: [number[], number[]] = [[], []];
  for (let row = 0; row < buyerOf.length; row += 1) {
    if (customer![row] === 0 || !paid.has(status![row]!)) continue;
    let known = numbers.get(currency![row]!);
    if (!known) {
      known = new Map<number, number>();
      numbers.set(currency![row]!, known);
    }
    let buyer = known.get(customer![row]!);
    if (buyer === undefined) {
      buyer = first.length;
      known.set(customer![row]!, buyer);
      first.push(row);
      lifetime.push(0);
    }
    buyerOf[row] = buyer;
    lifetime[buyer]! += sum![row]!;
    if (created![row]! < created![first[buyer]!]!) first[buyer] = row;
  }
  return { buyerOf, first, lifetime };
}
