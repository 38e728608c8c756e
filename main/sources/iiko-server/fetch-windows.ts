import { addDays } from '../../domain/local-time.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { textOf, uuidOf } from '../lenient-json.ts';
import type { OrganizationContext, WindowRead } from '../order-source.ts';
import type { ServerDay } from './fetch-day.ts';
import { readServerOrder, type ServerPage } from './read-server-order.ts';

const DAY_MS = 86_400_000;
/** Acts are posted and invoices come late for so long: costs of younger days are preliminary. */
export const PRELIMINARY_DAYS = 7;

/** Reads a day of the whole server; organizations of one server share the reading. */
export type ReadDay = (
  day: string,
  organizationId: string,
  signal: AbortSignal,
) => Promise<ServerDay>;

/**
 * The organization's orders of each accounting day («учётный день») from `fromLocal`'s to
 * `toLocal`'s. The server knows days only, so a part is always a whole one.
 */
export async function* fetchWindows(
  readDay: ReadDay,
  organization: OrganizationContext,
  fromLocal: string,
  toLocal: string,
  signal: AbortSignal,
): AsyncGenerator<WindowRead> {
  const last = toLocal.slice(0, 10);
  for (let day = fromLocal.slice(0, 10); day <= last; day = addDays(day, 1)) {
    const read = await readDay(day, organization.id, signal);
    yield {
      ...pageOf(read, day, organization),
      maxRevision: 0,
      serverTime: read.serverTime,
      correlationId: '',
      fromLocal: `${day} 00:00:00.000`,
      toLocal: `${day} 23:59:59.999`,
    };
  }
}

function pageOf(read: ServerDay, day: string, organization: OrganizationContext): ServerPage {
  const page: ServerPage = { orders: [], quarantined: [] };
  const preliminary = read.serverTime - toEpochDay(day) * DAY_MS < (PRELIMINARY_DAYS + 1) * DAY_MS;
  for (const order of read.orders) {
    if (uuidOf(order.order['Department.Id']) !== organization.id) continue;
    readServerOrder(page, order, preliminary, organization);
  }
  for (const one of read.quarantined) {
    if (isOf(one.payload, organization.id)) page.quarantined.push(one);
  }
  return page;
}

/** What can not be read is shown with the organization it names, or with every one. */
function isOf(payload: string, organizationId: string): boolean {
  const named = /"Department\.Id":"([^"]+)"/.exec(payload)?.[1];
  return textOf(named) === '' || uuidOf(named) === organizationId;
}
