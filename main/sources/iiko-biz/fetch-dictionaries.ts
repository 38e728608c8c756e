import { Failure } from '../../domain/failure.ts';
import { isList, objectOf, objectsOf, textOf } from '../lenient-json.ts';
import type { DictionaryEntry, DictionaryKind } from '../order-source.ts';
import type { Client } from './client.ts';
import { personOf, rowsOf } from './rows.ts';

/** A dictionary, or why there is none. */
export type DictionaryRead =
  | Readonly<{ kind: DictionaryKind; entries: readonly DictionaryEntry[] }>
  | Readonly<{ kind: DictionaryKind; failure: unknown }>;

type Row = Readonly<Record<string, unknown>>;
type Question = Readonly<{
  kind: DictionaryKind;
  path(organizationId: string): string;
  /** How this method calls the organization; null: it is in the path (`iiko-api.md` 2.1). */
  organization: 'organization' | null;
  rows(path: string, body: unknown): readonly Row[];
}>;

const ask = (kind: DictionaryKind, path: string, under: string): Question => ({
  kind,
  path: () => path,
  organization: 'organization',
  rows: (asked, body) => rowsOf<Row>(asked, body, under),
});

const QUESTIONS: readonly Question[] = [
  ask('marketing-source', 'rmsSettings/getMarketingSources', 'marketingSources'),
  ask('order-type', 'rmsSettings/getOrderTypes', 'items'),
  ask('payment-type', 'rmsSettings/getPaymentTypes', 'paymentTypes'),
  ask('courier', 'rmsSettings/getCouriers', 'users'),
  ask('delivery-zone', 'deliverySettings/getDeliveryRestrictions', 'deliveryZones'),
  {
    kind: 'product',
    path: (id) => `nomenclature/${id}`,
    organization: null,
    rows: (path, body) => rowsOf<Row>(path, objectOf(body as Row | null)?.['products']),
  },
  {
    kind: 'city',
    path: () => 'cities/cities',
    organization: 'organization',
    rows: (path, body) => rowsOf<Row>(path, body).map((row) => objectOf(row['city'] as Row) ?? row),
  },
  {
    kind: 'street',
    path: () => 'cities/cities',
    organization: 'organization',
    rows: (path, body) => rowsOf<Row>(path, body).flatMap(streetsOf),
  },
];

/** Kinds quick enough for a connection test. */
export const QUICK_KINDS: readonly DictionaryKind[] = [
  'marketing-source',
  'courier',
  'delivery-zone',
];

/**
 * Each dictionary of all organizations in one piece. One that this licence or this restaurant does
 * not give is yielded as its failure; when iiko.biz itself is away, everything ends.
 */
export async function* fetchDictionaries(
  client: Client,
  organizationIds: readonly string[],
  signal: AbortSignal,
  kinds?: readonly DictionaryKind[],
): AsyncGenerator<DictionaryRead> {
  for (const question of QUESTIONS) {
    if (kinds && !kinds.includes(question.kind)) continue;
    try {
      yield {
        kind: question.kind,
        entries: await fetchKind(client, question, organizationIds, signal),
      };
    } catch (error) {
      if (!isOfThisDictionary(error)) throw error;
      yield { kind: question.kind, failure: error };
    }
  }
}

const isOfThisDictionary = (error: unknown): boolean =>
  error instanceof Failure &&
  (error.code.startsWith('source.restaurant-') ||
    (error.kind === 'refused' && error.code !== 'iiko-biz.login-refused'));

async function fetchKind(
  client: Client,
  { kind, path, organization, rows }: Question,
  organizationIds: readonly string[],
  signal: AbortSignal,
): Promise<readonly DictionaryEntry[]> {
  const entries: DictionaryEntry[] = [];
  for (const organizationId of organizationIds) {
    const query: Record<string, string> = organization ? { [organization]: organizationId } : {};
    const asked = path(organizationId);
    const { body } = await client.get(asked, query, signal);
    for (const row of rows(asked, body)) entries.push(...toEntry(kind, organizationId, row));
  }
  return entries;
}

/** A row as an entry, kept whole. What has no id goes by its name; what has neither is left out. */
function toEntry(kind: DictionaryKind, organizationId: string, row: Row): DictionaryEntry[] {
  const name = textOf(row['name']) || personOf(row);
  const id = textOf(row['id']) || name;
  if (id === '') return [];
  const deleted = row['deleted'] === true || row['isDeleted'] === true;
  return [{ kind, organizationId, id, name, deleted, detail: row }];
}

function streetsOf(row: Row): readonly Row[] {
  const city = objectOf(row['city'] as Row | null) ?? row;
  const streets = row['streets'];
  if (!isList(streets as Row[])) return [];
  return objectsOf(streets as Row[]).map((street) => ({ ...street, cityId: city['id'] }));
}
