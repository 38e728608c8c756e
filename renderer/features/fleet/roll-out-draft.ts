import type { FleetComparison } from '../../../main/contract/fleet.ts';
import type { FleetCell, FleetRow } from '../../../main/domain/fleet/fleet-difference.ts';
import { advisedValue } from './row-variants.ts';

/** A change for many terminals before it begins. */
export type RollOutDraft = Readonly<{
  row: FleetRow;
  value: string;
  terminalIds: readonly string[];
}>;

/** One terminal that would be written. */
export type DraftTarget = Readonly<{ terminalId: string; fileId: number; name: string }>;

/**
 * The change somebody probably wants: the advised value, else that of the most, for the chosen
 * terminals, else for those that differ.
 */
export function firstDraft(row: FleetRow, chosen: ReadonlySet<string>): RollOutDraft {
  const fallback = row.type === 'bool' ? 'true' : '';
  const value = advisedValue(row) ?? row.majority ?? fallback;
  const written = row.cells.filter(mayBeWritten);
  const wanted = written.filter((cell) =>
    chosen.size > 0 ? chosen.has(cell.terminalId) : cell.values[0] !== value,
  );
  return { row, value, terminalIds: wanted.map(({ terminalId }) => terminalId) };
}

/** The terminal has the file, and it can be read: a damaged one is cured by its history, not by a value. */
export const mayBeWritten = ({ fileId, marks }: FleetCell): boolean =>
  fileId !== null && !marks.includes('unreadable');

/** Terminals of the draft that have the file and may be written, in the order of the table. */
export function targetsOf(
  { row, terminalIds }: RollOutDraft,
  { members }: FleetComparison,
): readonly DraftTarget[] {
  const chosen = new Set(terminalIds);
  return members.flatMap(({ id, name, editable }) => {
    const cell = row.cells.find(({ terminalId }) => terminalId === id);
    if (!cell || cell.fileId === null || !mayBeWritten(cell)) return [];
    return chosen.has(id) && editable ? [{ terminalId: id, fileId: cell.fileId, name }] : [];
  });
}
