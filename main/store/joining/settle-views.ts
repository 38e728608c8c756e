import { groupViews, type ViewGroup } from '../../domain/joining/group-views.ts';
import type { WritableDb } from '../database.ts';
import type { DeliveryRow } from '../orders/delivery-row.ts';
import { noteSeen } from '../orders/note-seen.ts';
import {
  addFirstVersions,
  appendVersion,
  readPayload,
  type Observation,
} from '../orders/order-journal.ts';
import { countedOf, countRow, type RollupChanges } from '../orders/rollups.ts';
import { removeReportFacts, type FactOrder } from '../reports/report-facts.ts';
import { readAll, run, sql } from '../sql.ts';
import type { VenueDay } from '../sync/stale-statements.ts';
import { moveViews, nameVersions, removeAbsorbed, type ViewMove } from './move-order.ts';
import { readViews, saveDoubt, type StoredView } from './order-views.ts';
import {
  insertJoined,
  joinedRow,
  writeJoined,
  type JoinedRow,
  type Views,
} from './write-joined.ts';

/** What a page that is being stored collects, and joining changes with it. */
export type Joining = Readonly<{
  db: WritableDb;
  seen: Observation;
  rollups: RollupChanges;
  facts: FactOrder[];
  result: Readonly<{ created: number[]; changed: number[]; places: VenueDay[] }>;
}>;

/** The view that just came, with its payload for the journal; null when the journal has it. */
export type Arrived = Readonly<{ viewId: number; payload: Uint8Array | null }>;

type Old = DeliveryRow &
  Readonly<{ id: number; seen_revision: number | null; seen_window: number | null }>;
type Standing = ReadonlyMap<number, number>;
type Group = Readonly<{ views: Views; ids: readonly number[] }>;
type Target = Group & Readonly<{ id: number; row: JoinedRow }>;

/**
 * Brings the stored orders of these views in line with which of them are one order. Answers false,
 * and changes nothing but doubts, when the view that came is and was alone and has a payload: it is then
 * stored as any order is. The views must be all that may be of one order with each other.
 */
export function settleViews(
  joining: Joining,
  viewIds: readonly number[],
  arrived: Arrived,
): boolean {
  const { db } = joining;
  const views = new Map(readViews(db, viewIds).map((view) => [`${view.vendor} ${view.id}`, view]));
  const standing = readStanding(db, viewIds);
  const groups = groupViews([...views.values()]).map((group) =>
    saveGroup(db, group, views, standing),
  );
  const changed = groups.filter((group) => hasChanged(group, standing, arrived));
  const [only] = changed;
  if (!only) return false;
  const alone = changed.length === 1 && only.views.length === 1 && !wasShared(only, standing);
  if (alone && arrived.payload !== null) return false;
  rebuild(joining, changed, standing, arrived);
  return true;
}

/** Which order each view is stored as; none for one that was never stored. */
function readStanding(db: WritableDb, viewIds: readonly number[]): Standing {
  const rows = readAll<{ viewId: number; id: number }>(
    db,
    sql`
SELECT order_view.id AS viewId,
       delivery_identity.delivery_id AS id
  FROM order_view
  JOIN delivery_identity
    ON delivery_identity.vendor = order_view.vendor
   AND delivery_identity.vendor_id = order_view.vendor_id
 WHERE order_view.id IN (SELECT value FROM json_each(${JSON.stringify(viewIds)}))`,
  );
  return new Map(rows.map(({ viewId, id }) => [viewId, id]));
}

function saveGroup(
  db: WritableDb,
  { views, doubt }: ViewGroup,
  stored: ReadonlyMap<string, StoredView>,
  standing: Standing,
): Group {
  const [first, ...rest] = views.map(({ vendor, id }) => stored.get(`${vendor} ${id}`)!);
  const all: Views = [first!, ...rest];
  for (const { viewId } of all) saveDoubt(db, viewId, doubt);
  const ids = all.flatMap(({ viewId }) => standing.get(viewId) ?? []);
  return { views: all, ids: [...new Set(ids)].toSorted((left, right) => left - right) };
}

const sharersOf = (id: number, standing: Standing): number =>
  [...standing.values()].filter((other) => other === id).length;

const wasShared = ({ ids }: Group, standing: Standing): boolean =>
  ids.some((id) => sharersOf(id, standing) > 1);

function hasChanged({ views, ids }: Group, standing: Standing, arrived: Arrived): boolean {
  if (views.some(({ viewId }) => viewId === arrived.viewId)) return true;
  const [id] = ids;
  return ids.length !== 1 || sharersOf(id!, standing) !== views.length;
}

function rebuild(
  joining: Joining,
  groups: readonly Group[],
  standing: Standing,
  arrived: Arrived,
): void {
  const { db, rollups, seen } = joining;
  const old = readOld(db, groups);
  for (const row of old.values()) {
    nameVersions(db, row.id, row.system);
    countRow(rollups, row, -1);
    notePlace(joining, row);
  }
  const claimed = new Set<number>();
  const targets = groups.map((group): Target => {
    const row = joinedRow(db, group.views, seen.observedAt);
    const known = group.ids.find((id) => !claimed.has(id));
    const id = known ?? insertJoined(db, row);
    claimed.add(id);
    return { ...group, id, row };
  });
  moveViews(
    db,
    targets.flatMap((target) => movesTo(target, standing)),
  );
  for (const id of old.keys()) if (!claimed.has(id)) absorb(joining, id, targets);
  for (const target of targets) write(joining, target, old, standing, arrived);
}

function readOld(db: WritableDb, groups: readonly Group[]): ReadonlyMap<number, Old> {
  const ids = JSON.stringify(groups.flatMap((group) => group.ids));
  const rows = readAll<Old>(
    db,
    sql`SELECT * FROM delivery WHERE id IN (SELECT value FROM json_each(${ids}))`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const movesTo = ({ id: toId, views }: Target, standing: Standing): ViewMove[] =>
  views.flatMap(({ viewId, vendor, id }) => {
    const fromId = standing.get(viewId);
    return fromId === undefined || fromId === toId ? [] : [{ viewId, vendor, id, fromId, toId }];
  });

function absorb({ db, facts, result }: Joining, id: number, targets: readonly Target[]): void {
  removeAbsorbed(db, id, targets.find(({ ids }) => ids.includes(id))!.id);
  removeReportFacts(db, [id]);
  for (let at = facts.length - 1; at >= 0; at -= 1) if (facts[at]!.id === id) facts.splice(at, 1);
  for (const told of [result.created, result.changed]) {
    if (told.includes(id)) told.splice(told.indexOf(id), 1);
  }
}

function write(
  joining: Joining,
  { id, views, row }: Target,
  old: ReadonlyMap<number, Old>,
  standing: Standing,
  arrived: Arrived,
): void {
  const { db, rollups, facts, result } = joining;
  const changes = writeJoined(db, id, views, row, old.get(id));
  saveSeen(db, id, views[0], old, standing);
  const view = views.find(({ viewId }) => viewId === arrived.viewId);
  if (view && arrived.payload !== null) journal(joining, id, view, arrived.payload, changes);
  if (view === views[0] && arrived.payload !== null)
    noteSeen(db, joining.seen.path, id, view.version);
  countRow(rollups, countedOf(row.columns), 1);
  notePlace(joining, { ...row.columns.place, ...row.columns.times });
  facts.push({ id, order: row.merged.order, place: row.place });
  (old.has(id) ? result.changed : result.created).push(id);
}

/** What the ways of the leading system have shown goes with it: others count versions otherwise. */
function saveSeen(
  db: WritableDb,
  id: number,
  { viewId, vendor }: StoredView,
  old: ReadonlyMap<number, Old>,
  standing: Standing,
): void {
  const before = old.get(standing.get(viewId) ?? 0);
  const led = before?.system === vendor ? before : undefined;
  run(
    db,
    sql`
UPDATE delivery
   SET seen_revision = ${led?.seen_revision ?? null},
       seen_window = ${led?.seen_window ?? null}
 WHERE id = ${id}`,
  );
}

function journal(
  { db, seen }: Joining,
  id: number,
  { vendor, version }: StoredView,
  payload: Uint8Array,
  changes: Parameters<typeof appendVersion>[3],
): void {
  const added = { id, version, payload };
  if (readPayload(db, vendor, id, null) === null) addFirstVersions(db, seen, [added]);
  else appendVersion(db, seen, added, changes);
  nameVersions(db, id, vendor);
}

function notePlace(
  { result }: Joining,
  { venue_id, promised_day }: Readonly<{ venue_id: number | null; promised_day: number | null }>,
): void {
  if (venue_id !== null && promised_day !== null) {
    result.places.push({ venueId: venue_id, day: promised_day });
  }
}
