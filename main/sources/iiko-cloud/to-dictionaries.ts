import type { DictionaryEntry, DictionaryKind } from '../order-source.ts';
import { objectOf, objectsOf, textOf } from '../lenient-json.ts';
import type {
  WireCourier,
  WireGroup,
  WirePaymentType,
  WireRestrictions,
  WireZone,
} from './wire-dictionaries.ts';

type Row = { id?: unknown; name?: unknown; isDeleted?: unknown };

/** One row as an entry; the vendor's object is kept whole. Rows without an id are left out. */
export function toEntries(
  kind: DictionaryKind,
  organizationId: string,
  rows: readonly Row[],
): readonly DictionaryEntry[] {
  return rows
    .filter(({ id }) => typeof id === 'string' && id !== '')
    .map((row) => ({
      kind,
      organizationId,
      id: textOf(row.id),
      name: textOf(row.name),
      deleted: row.isDeleted === true,
      detail: row,
    }));
}

/** The rows of a grouped answer, each with the organization of its group. */
export function toGroupedEntries(
  kind: DictionaryKind,
  groups: readonly WireGroup<Row>[],
): readonly DictionaryEntry[] {
  return groups.flatMap(({ organizationId, items }) =>
    toEntries(kind, textOf(organizationId), objectsOf(items)),
  );
}

/** Couriers have a display name, or names in parts. */
export function toCouriers(groups: readonly WireGroup<WireCourier>[]): readonly DictionaryEntry[] {
  return toGroupedEntries('courier', groups).map((entry) => {
    const courier = entry.detail as WireCourier;
    const parts = [courier.lastName, courier.firstName, courier.middleName];
    const name = textOf(courier.displayName) || parts.map(textOf).filter(Boolean).join(' ');
    return { ...entry, name };
  });
}

/** Payment types may lack an id; then their code stands for it. */
export function toPaymentTypes(
  organizationId: string,
  rows: readonly WirePaymentType[],
): readonly DictionaryEntry[] {
  return rows.flatMap((row) => {
    const id = textOf(row.id) || textOf(row.code) || textOf(row.name);
    const [entry] = toEntries('payment-type', organizationId, [{ ...row, id }]);
    return entry ? [{ ...entry, detail: row }] : [];
  });
}

/**
 * One entry per delivery zone (`iiko-api.md` 1.9). Zones have no id, so the name is one, counted
 * when it repeats. `detail` = the zone with its polygon and houses, the rules (hours, sums) that
 * name it or name no zone, and the organization's general settings.
 */
export function toDeliveryZones(restrictions: WireRestrictions): readonly DictionaryEntry[] {
  const { deliveryZones, restrictions: rules, ...settings } = restrictions;
  const zones: readonly WireZone[] = objectsOf(deliveryZones);
  const allRules = objectsOf(rules);
  const drawn = new Set(zones.map(({ name }) => textOf(name)));
  const undrawn = new Set(
    allRules.map(({ zone }) => textOf(zone)).filter((name) => !drawn.has(name)),
  );
  if (zones.length > 0) undrawn.delete('');
  const named = zones.map((zone) => ({ name: textOf(zone.name), zone }));
  const bare = [...undrawn].map((name) => ({ name, zone: null }));
  const seen = new Map<string, number>();
  return [...named, ...bare].map(({ name, zone }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const own = allRules.filter((rule) => !rule.zone || textOf(rule.zone) === name);
    return {
      kind: 'delivery-zone',
      organizationId: textOf(restrictions.organizationId),
      id: count === 1 ? name : `${name} (${count})`,
      name,
      deleted: false,
      detail: { zone: objectOf(zone), rules: own, settings },
    };
  });
}
