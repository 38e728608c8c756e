import type { Handlers } from '../../contract/define.ts';
import type { orders, OrderPage, PinnedRow } from '../../contract/orders.ts';
import { Failure } from '../../domain/failure.ts';
import { pinReasons } from '../../domain/orders/order-alarm.ts';
import type { OrderRow } from '../../domain/orders/order-row.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { countFiltered, readFilterNames, readViewCounts } from '../../store/orders/order-counts.ts';
import { readOrderRows, readPinnable } from '../../store/orders/order-rows.ts';
import { readOrderPlace } from '../../store/orders/order-details.ts';
import { readPayload } from '../../store/orders/order-journal.ts';
import { hasRight } from '../../store/require-right.ts';
import { readVenueChoices } from '../../store/venue-choices.ts';
import { readOrderCard } from './order-card.ts';
import { phonePrivacy } from './phone-privacy.ts';
import { SnapshotShelf } from './snapshot-shelf.ts';

/** The operator's list and card. */
export function readOrders(
  db: ReadableDb,
  outside: ReaderOutside,
): Handlers<typeof orders, 'list'> {
  const shelf = new SnapshotShelf(db);
  const privacy = () => phonePrivacy(hasRight(db, 'see-phones'));
  const rows = (ids: readonly number[]): OrderRow[] => readOrderRows(db, ids).map(privacy().row);
  return {
    open({ filter, sort, count }): OrderPage {
      const snapshot = shelf.open(filter, sort, outside.now(), count);
      const page = { snapshot: snapshot.name, truncated: snapshot.truncated, from: 0 };
      const total = snapshot.complete ? snapshot.ids.length : null;
      return { ...page, total, rows: rows(snapshot.ids.slice(0, count)) };
    },
    async page({ snapshot: name, from, count }): Promise<OrderPage> {
      const snapshot = shelf.find(name);
      const ids = await shelf.idsAt(snapshot, from, count);
      const total = snapshot.complete ? snapshot.ids.length : null;
      return { snapshot: name, truncated: snapshot.truncated, total, from, rows: rows(ids) };
    },
    async position({ snapshot: name, orderId }) {
      const snapshot = shelf.find(name);
      await shelf.completed(snapshot);
      return snapshot.ids.positionOf(orderId);
    },
    fresh: ({ snapshot }) => shelf.fresh(shelf.find(snapshot)),
    pinned: () => readPinned(db, outside.now()).map(privacy().row),
    counts: ({ filter }) => readViewCounts(db, filter, outside.now()),
    countsOf: ({ filters }) => filters.map((one) => countFiltered(db, one, outside.now())),
    choices: () => ({ venues: readVenueChoices(db), ...readFilterNames(db) }),
    card: ({ orderId }) => readOrderCard(db, orderId, outside.now(), privacy()),
    payload({ orderId, versionId }) {
      const place = readOrderPlace(db, orderId);
      const text = place && readPayload(db, place.system, orderId, versionId);
      if (typeof text !== 'string') throw new Failure('not-found', 'orders.no-payload');
      return { json: privacy().json(text) };
    },
  };
}

function readPinned(db: ReadableDb, now: number): PinnedRow[] {
  return readPinnable(db, now)
    .map((row) => ({
      ...row,
      reasons: pinReasons({ ...row, hasProblem: row.problem !== null }, now),
    }))
    .filter((row) => row.reasons.length > 0);
}
