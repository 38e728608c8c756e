import type { FleetMember } from '../../../main/contract/fleet.ts';
import {
  standsOut,
  type FleetCell,
  type FleetMark,
  type FleetRow,
} from '../../../main/domain/fleet/fleet-difference.ts';

/** Terminals that differ in the same way. */
export type Variant = Readonly<{
  key: string;
  marks: readonly FleetMark[];
  values: readonly string[];
  terminalIds: readonly string[];
}>;

const keyOf = ({ marks, values }: FleetCell): string => JSON.stringify([marks, values]);

/** Who is unlike the others, those alike together; the most frequent way first. */
export function variantsOf({ cells }: FleetRow): readonly Variant[] {
  const groups = Map.groupBy(cells.filter(standsOut), keyOf);
  return [...groups]
    .map(([key, same]) => ({
      key,
      marks: same[0]?.marks ?? [],
      values: same[0]?.values ?? [],
      terminalIds: same.map(({ terminalId }) => terminalId),
    }))
    .toSorted((left, right) => right.terminalIds.length - left.terminalIds.length);
}

/** The value advised to every terminal alike; null where none is, or not the same. */
export function advisedValue({ cells }: FleetRow): string | null {
  const advised = new Set(cells.flatMap(({ recommended }) => recommended ?? []));
  const [only] = advised;
  return advised.size === 1 && only !== undefined ? only : null;
}

/** Rows whose terminals differ, or all of them; found by name. */
export function shownRows(
  rows: readonly FleetRow[],
  onlyDifferent: boolean,
  search: string,
  nameOf: (row: FleetRow) => string,
): readonly FleetRow[] {
  const wanted = search.trim().toLocaleLowerCase('ru');
  return rows
    .filter(({ differing }) => !onlyDifferent || differing > 0)
    .filter((row) => `${row.element} ${nameOf(row)}`.toLocaleLowerCase('ru').includes(wanted));
}

/** Terminals with something unlike the others in these rows, or all of them. */
export function shownMembers(
  members: readonly FleetMember[],
  rows: readonly FleetRow[],
  onlyDifferent: boolean,
): readonly FleetMember[] {
  if (!onlyDifferent) return members;
  const odd = new Set(
    rows.flatMap(({ cells }) => cells.filter(standsOut).map(({ terminalId }) => terminalId)),
  );
  return members.filter(({ id }) => odd.has(id));
}
