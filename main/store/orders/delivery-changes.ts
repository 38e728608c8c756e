import type { DeliveryRow } from './delivery-row.ts';

/** One change as the journal keeps it: instants as UTC milliseconds, money in minor units. */
export type DeliveryChange = Readonly<{ field: string; before: string; after: string }>;

/** Columns whose change tells an operator something, with the name the journal gives them. */
const TOLD: readonly (readonly [column: keyof DeliveryRow, field: string])[] = [
  ['status', 'status'],
  ['venue_id', 'venue'],
  ['sum_minor', 'sum'],
  ['discount_minor', 'discount'],
  ['promised_at', 'promised'],
  ['cooking_start_at', 'cooking-start'],
  ['closed_at', 'closed'],
  ['guest', 'guest'],
  ['phone', 'phone'],
  ['street', 'street'],
  ['house', 'house'],
  ['flat', 'flat'],
  ['address_line', 'address'],
  ['delivery_zone', 'zone'],
  ['source', 'source'],
  ['source_key', 'source-key'],
  ['courier', 'courier'],
  ['operator', 'operator'],
  ['comment', 'comment'],
  ['problem', 'problem'],
  ['service_type', 'service-type'],
  ['lines_hash', 'lines'],
];

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What the newer row says differently; the lines' own difference shows in their payloads. */
export function deliveryChanges(before: DeliveryRow, after: DeliveryRow): DeliveryChange[] {
  return TOLD.filter(([column]) => before[column] !== after[column]).map(([column, field]) =>
    field === 'lines'
      ? { field, before: '', after: '' }
      : { field, before: asText(before[column]), after: asText(after[column]) },
  );
}

const TEXTS_OF_A_CHANGE = 3;

/** Changes as the journal keeps them: field, before and after in turn, half as long as with names. */
export const writeChanges = (changes: readonly DeliveryChange[]): string =>
  JSON.stringify(changes.flatMap(({ field, before, after }) => [field, before, after]));

/** Reads what `writeChanges` wrote. */
export function readChanges(written: string): DeliveryChange[] {
  const texts = JSON.parse(written) as string[];
  return Array.from({ length: texts.length / TEXTS_OF_A_CHANGE }, (_, index) => {
    const [field = '', before = '', after = ''] = texts.slice(index * TEXTS_OF_A_CHANGE);
    return { field, before, after };
  });
}
