import type { DeliveryZone } from '../delivery-zone.ts';

/** A zone of the draft with what only the editor needs: a locked zone is not changed by the mouse. */
export type DrawnZone = DeliveryZone & Readonly<{ locked: boolean; hidden: boolean }>;

/** A zone as the editor takes it in. */
export const drawn = (zone: DeliveryZone): DrawnZone => ({ ...zone, locked: false, hidden: false });

/** A step of the editor: zones put in place of those with their ids, zones gone, the order when it changes. */
export type ZoneEdit = Readonly<{
  put: readonly DrawnZone[];
  remove: readonly string[];
  /** Ids of all zones afterwards; null: those that stay keep their places, new ones follow. */
  order: readonly string[] | null;
}>;

/** The zones after a step. */
export function editZones(zones: readonly DrawnZone[], edit: ZoneEdit): readonly DrawnZone[] {
  const put = new Map(edit.put.map((zone) => [zone.id, zone]));
  const gone = new Set(edit.remove);
  const old = new Set(zones.map(({ id }) => id));
  const kept = zones.filter(({ id }) => !gone.has(id)).map((zone) => put.get(zone.id) ?? zone);
  const all = [...kept, ...edit.put.filter(({ id }) => !old.has(id) && !gone.has(id))];
  if (edit.order === null) return all;
  const ranks = new Map(edit.order.map((id, rank) => [id, rank]));
  const rankOf = ({ id }: DrawnZone): number => ranks.get(id) ?? all.length;
  return all.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** The step that leads from one set of zones to another; what is the same value is left alone. */
export function editBetween(before: readonly DrawnZone[], after: readonly DrawnZone[]): ZoneEdit {
  const old = new Map(before.map((zone) => [zone.id, zone]));
  const fresh = new Set(after.map(({ id }) => id));
  const put = after.filter((zone) => old.get(zone.id) !== zone);
  const remove = before.filter(({ id }) => !fresh.has(id)).map(({ id }) => id);
  const edit: ZoneEdit = { put, remove, order: null };
  const same = editZones(before, edit).every(({ id }, place) => id === after[place]?.id);
  return same ? edit : { ...edit, order: after.map(({ id }) => id) };
}
