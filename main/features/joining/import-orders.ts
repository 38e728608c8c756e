import type { Announce } from '../../contract/index.ts';
import type { ImportedOrders } from '../../contract/joining.ts';
import { openTouchFile } from '../../documents/touch-files/open-touch-file.ts';
import { Failure } from '../../domain/failure.ts';
import {
  recogniseOfficeColumns,
  REQUIRED_ROLES,
  type OfficeColumns,
} from '../../domain/joining/office-columns.ts';
import { OFFICE_VENDOR } from '../../domain/joining/office-order.ts';
import { dayOf, isZone } from '../../domain/local-time.ts';
import type { Instant, ObservedOrder } from '../../domain/orders/order.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import {
  readRememberedColumns,
  saveImportCounts,
  saveImportedOrders,
  saveOfficeConnection,
  saveOrderImport,
} from '../../store/joining/order-imports.ts';
import { numberReadings } from '../../store/orders/number-readings.ts';
import { saveOrders } from '../../store/orders/save-orders.ts';
import { saveStale } from '../../store/sync/stale-statements.ts';
import { readOfficeFile, readVenueNames, type OfficeFile } from './read-office-file.ts';
import { officePlaces, OFFICE_ORGANIZATION, type OfficePlaces } from './office-places.ts';

const CHUNK = 50;
const WRONG_SHOWN = 200;

/** What an import works with. */
export type ImportWork = Readonly<{
  db: WritableDb;
  announce: Announce;
  now: Instant;
  author: string;
  /** Looks through the orders of venues that were just joined. */
  regroup(): Promise<void>;
}>;

/** What a person wants of a file. */
export type WantedImport = Readonly<{
  path: string;
  fileName: string;
  columns: OfficeColumns | null;
  zone: string | null;
  dryRun: boolean;
}>;

/** Takes a file of orders in as history; every row that can not be taken is listed. */
export async function importOrders(
  work: ImportWork,
  wanted: WantedImport,
): Promise<ImportedOrders> {
  const { db } = work;
  if (wanted.zone !== null && !isZone(wanted.zone)) {
    throw new Failure('invalid', 'joining.unknown-zone', { zone: wanted.zone });
  }
  const file = await openTouchFile(wanted.path);
  const headers = file.headers.join('\u0000');
  const columns =
    wanted.columns ?? readRememberedColumns(db, headers) ?? recogniseOfficeColumns(file.headers);
  requireColumns(columns, file.headers);
  const venues = await readVenueNames(file, columns);
  const places = officePlaces(db, {
    venues,
    zone: wanted.zone,
    now: work.now,
    keep: !wanted.dryRun,
  });
  if (!wanted.dryRun) await work.regroup();
  const read = await readOfficeFile(file, columns, places);
  const stored = wanted.dryRun
    ? { importId: null, created: 0, joined: 0 }
    : await store(work, wanted.fileName, { headers, columns }, places, read);
  return { format: file.format, columns, ...told(read, places), ...stored };
}

function requireColumns(columns: OfficeColumns, headers: readonly string[]): void {
  const absent = REQUIRED_ROLES.find((role) => columns[role] === undefined);
  if (absent) throw new Failure('invalid', 'joining.no-column', { role: absent });
  const wrong = Object.values(columns).find((header) => !headers.includes(header));
  if (wrong !== undefined) throw new Failure('invalid', 'joining.absent-column', { column: wrong });
}

function told({ rows, orders, refused }: OfficeFile, { currency, zoneOf }: OfficePlaces) {
  return {
    rows,
    orders: orders.length,
    sumMinor: orders.reduce((sum, { order }) => sum + order.sumMinor, 0),
    currency,
    period: periodOf(orders, zoneOf),
    refused: refused.length,
    wrong: refused.slice(0, WRONG_SHOWN),
  };
}

function periodOf(orders: readonly ObservedOrder[], zoneOf: OfficePlaces['zoneOf']) {
  let [from, to] = ['9999', ''];
  for (const { order } of orders) {
    const day = dayOf(order.times.promised?.instant ?? 0, zoneOf(order.venueId ?? ''));
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return to === '' ? null : { from, to };
}

async function store(
  { db, announce, now, author }: ImportWork,
  fileName: string,
  remembered: Readonly<{ headers: string; columns: OfficeColumns }>,
  places: OfficePlaces,
  { orders, refused }: OfficeFile,
) {
  const connectionId = saveOfficeConnection(db, now);
  const made = { connectionId, fileName, importedAt: now, author, ...remembered };
  const importId = saveOrderImport(db, {
    ...made,
    taken: orders.length,
    wrong: refused.length,
    refused: refused.slice(0, WRONG_SHOWN),
  });
  const counts = { created: 0, joined: 0 };
  for (let from = 0; from < orders.length; from += CHUNK) {
    const chunk = orders.slice(from, from + CHUNK);
    const saved = inTransaction(db, () =>
      saveChunk(db, importId, connectionId, places, chunk, now),
    );
    counts.created += saved.created.length;
    counts.joined += chunk.length - saved.created.length;
    const ids = [...saved.created, ...saved.changed];
    const { created, changed } = saved;
    announce('joining.importing', { done: from + chunk.length, total: orders.length });
    announce('orders.changed', {
      ids,
      created: created.length,
      changed: changed.length,
      alarms: [],
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { importId, ...counts };
}

function saveChunk(
  db: WritableDb,
  importId: number,
  connectionId: number,
  places: OfficePlaces,
  chunk: readonly ObservedOrder[],
  now: Instant,
) {
  const saved = saveOrders(db, {
    connectionId,
    vendor: OFFICE_VENDOR,
    path: 'id',
    organizations: new Map([[OFFICE_ORGANIZATION, places.organization]]),
    orders: numberReadings(db, OFFICE_VENDOR, chunk),
    quarantined: [],
    observedAt: now,
    keepViews: true,
  });
  saveImportedOrders(
    db,
    importId,
    chunk.map(({ order }) => order.identities[0].id),
  );
  const created = saved.created.length;
  saveImportCounts(db, importId, { created, joined: chunk.length - created });
  saveStale(db, saved.places);
  return saved;
}
