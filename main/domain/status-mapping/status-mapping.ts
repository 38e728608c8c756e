import type { StatusGroup } from './status-group.ts';

/** The scope «for all organizations»; every other scope is an organization's id in the store. */
export const EVERYWHERE = 0;

/** A status of a system within a scope: what a card of the board stands for. */
export type MappedStatus = Readonly<{ organizationId: number; system: string; status: string }>;

/** Where a status is placed. An organization's own entry goes before the one for all. */
export type MappingEntry = MappedStatus & Readonly<{ group: StatusGroup }>;

/** One status moved; null takes the entry away: an organization follows the rest again. */
export type MappingChange = MappedStatus & Readonly<{ group: StatusGroup | null }>;

/** The whole mapping at hand for questions; change it only by `assign`. */
export type StatusMapping = ReadonlyMap<string, MappingEntry>;

/** Names a status within its scope; no two have the same. */
export const statusKey = ({ organizationId, system, status }: MappedStatus): string =>
  JSON.stringify([organizationId, system, status]);

/** The mapping of these entries; of two for one status the later counts. */
export const mappingOf = (entries: readonly MappingEntry[]): StatusMapping =>
  new Map(entries.map((entry) => [statusKey(entry), entry]));

/** The group a status is in: the organization's own entry, else the one for all, else `unmapped`. */
export function groupOf(mapping: StatusMapping, status: MappedStatus): StatusGroup {
  const own = mapping.get(statusKey(status));
  if (own !== undefined) return own.group;
  const common = mapping.get(statusKey({ ...status, organizationId: EVERYWHERE }));
  return common?.group ?? 'unmapped';
}

/** The mapping after the changes of one step, all together; the given one stays as it is. */
export function assign(mapping: StatusMapping, changes: readonly MappingChange[]): StatusMapping {
  const next = new Map(mapping);
  for (const { group, ...status } of changes) {
    // «Not placed» for all is what no entry says: two ways to say it would be two versions of one.
    const absent = group === null || (group === 'unmapped' && status.organizationId === EVERYWHERE);
    if (absent) next.delete(statusKey(status));
    else next.set(statusKey(status), { ...status, group });
  }
  return next;
}

/** The changes that lead from one mapping to the other; empty when both say the same. */
export function mappingDifference(
  before: StatusMapping,
  after: StatusMapping,
): readonly MappingChange[] {
  const moved = [...after].filter(([key, entry]) => before.get(key)?.group !== entry.group);
  const gone = [...before].filter(([key]) => !after.has(key));
  return [
    ...moved.map(([, entry]) => entry),
    ...gone.map(([, entry]) => ({ ...entry, group: null })),
  ];
}

/** What takes the changes back in the mapping they were made in. */
export const inverseOf = (
  mapping: StatusMapping,
  changes: readonly MappingChange[],
): readonly MappingChange[] => mappingDifference(assign(mapping, changes), mapping);

/**
 * The changes that make `toId` read like `fromId` does: its own entries go, and only what differs
 * from the entries for all is written.
 */
export function copyChanges(
  mapping: StatusMapping,
  fromId: number,
  toId: number,
): readonly MappingChange[] {
  const kept = [...mapping.values()].filter((entry) => entry.organizationId !== toId);
  const copied = kept
    .filter((entry) => entry.organizationId === fromId)
    .map((entry) => ({ ...entry, organizationId: toId }));
  return mappingDifference(mapping, mappingOf([...kept, ...copied]));
}
