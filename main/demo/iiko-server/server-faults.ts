import { assertNever } from '../../domain/assert-never.ts';
import { Refusal } from '../answers/exchange.ts';
import type { ServerFault } from '../faults/fault-kinds.ts';
import { mix } from '../seeded.ts';
import { noSlot, type LicenceSlots } from './licence-slots.ts';
import type { OlapValue } from './olap-fields.ts';

/** Rows of an OLAP answer. */
export type OlapRows = readonly Record<string, OlapValue>[];

/** A fault that strikes before the request is looked at: it throws, or lets the request pass. */
export function strikeBefore(kind: ServerFault, path: string, slots: LicenceSlots): void {
  switch (kind) {
    case 'server-no-slot':
      if (path === '/auth') throw noSlot();
      return;
    case 'server-restart':
      slots.restart();
      return;
    case 'server-starting':
      throw new Refusal(401, 'Server is starting');
    case 'server-olap-timeout':
      if (!path.endsWith('/olap')) return;
      throw new Refusal(500, 'Read timed out in <report name="SALES" & filter> java.net.Socket…');
    case 'server-busy-text':
      throw new Refusal(409, 'Отчёт «Доставка & самовывоз» <занят> другим пользователем');
    case 'olap-row-missing':
    case 'olap-row-bad':
    case 'olap-not-rows':
      return;
    default:
      assertNever(kind);
  }
}

/** The rows of an answer as a fault leaves them. */
export function spoilRows(
  kind: ServerFault,
  rows: OlapRows,
  salt: number,
  request: number,
): unknown {
  const place = mix(salt, request) % Math.max(1, rows.length);
  if (kind === 'olap-row-missing') return rows.filter((_, at) => at !== place);
  if (kind === 'olap-row-bad') {
    return rows.map((row, at) => (at === place ? badRow(row, request) : row));
  }
  return kind === 'olap-not-rows' ? { message: 'report' } : rows;
}

/** An absurd date, a text for a number, an id that is none: whatever the row has of them. */
function badRow(row: Record<string, OlapValue>, request: number): Record<string, OlapValue> {
  const spoiled = { ...row };
  for (const [field, value] of Object.entries(row)) {
    if (field.endsWith('Time') && value !== null) spoiled[field] = '0001-01-01T00:00:00';
    if (field === 'DishDiscountSumInt') spoiled[field] = request % 2 ? 'много' : -1e15;
    if (field === 'Delivery.Number') spoiled['Delivery.Id'] = 'нет';
  }
  return spoiled;
}
