/** One column as its owner arranged it; the order of the list is the order on the screen. */
export type ColumnPlace<Id extends string = string> = Readonly<{
  column: Id;
  width: number;
  shown: boolean;
}>;

/** What a column can be squeezed or stretched to, in pixels. */
export type ColumnLimits<Id extends string = string> = Readonly<{
  id: Id;
  width: number;
  minWidth: number;
  maxWidth: number;
  /** Shown when nobody arranged anything. */
  shown: boolean;
  /** Columns with the highest rank leave first when the room is short; null: never. */
  foldRank: number | null;
}>;

/** A saved arrangement completed with columns that it does not know yet, none too narrow to be read. */
export function completeLayout<Id extends string>(
  columns: readonly ColumnLimits<Id>[],
  saved: readonly ColumnPlace<Id>[],
): readonly ColumnPlace<Id>[] {
  const limits = new Map(columns.map((column) => [column.id, column]));
  const known = saved.flatMap((place) => {
    const column = limits.get(place.column);
    return column ? [{ ...place, width: Math.max(place.width, column.minWidth) }] : [];
  });
  const fresh = columns
    .filter((column) => !known.some((place) => place.column === column.id))
    .map((column) => ({ column: column.id, width: column.width, shown: column.shown }));
  return [...known, ...fresh];
}

/** The column moved by so many places among the shown ones (negative: towards the start). */
export function movedColumn<Id extends string>(
  layout: readonly ColumnPlace<Id>[],
  column: Id,
  by: number,
): readonly ColumnPlace<Id>[] {
  const shown = layout.filter((place) => place.shown);
  const at = shown.findIndex((place) => place.column === column);
  const target = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
  if (at < 0 || target === undefined) return layout;
  return placedColumn(layout, column, target.column);
}

/** The column put where another stands, the others moving up. */
export function placedColumn<Id extends string>(
  layout: readonly ColumnPlace<Id>[],
  column: Id,
  target: Id,
): readonly ColumnPlace<Id>[] {
  const from = layout.findIndex((place) => place.column === column);
  const to = layout.findIndex((place) => place.column === target);
  const moved = layout[from];
  if (moved === undefined || to < 0 || from === to) return layout;
  const rest = layout.filter((place) => place !== moved);
  return rest.toSpliced(to, 0, moved);
}

/** Widest that somebody may drag a column. */
const WIDEST_PX = 600;

/** A column on the screen: what it can become, and the width that it has now. */
type Standing<Id extends string> = Readonly<{ column: ColumnLimits<Id>; width: number }>;

/**
 * The column with another width, never so narrow that it says nothing. What it takes or leaves is the
 * others' from behind it on: squeezed all alike, it would get none of what its owner gave it.
 */
export function resizedColumn<Id extends string>(
  layout: readonly ColumnPlace<Id>[],
  standing: readonly Standing<Id>[],
  id: Id,
  width: number,
): readonly ColumnPlace<Id>[] {
  const at = standing.findIndex(({ column }) => column.id === id);
  const resized = standing[at];
  if (resized === undefined) return layout;
  const wished = Math.min(WIDEST_PX, Math.max(resized.column.minWidth, Math.round(width)));
  const widths = new Map(standing.map((one) => [one.column.id, one.width]));
  let left = wished - resized.width;
  for (const { column, width: had } of [...standing.slice(at + 1), ...standing.slice(0, at)]) {
    const [least, most] = [Math.min(had, column.minWidth), Math.max(had, column.maxWidth)];
    const given = Math.min(most, Math.max(least, had - left));
    widths.set(column.id, given);
    left -= had - given;
  }
  widths.set(id, left > 0 ? wished - left : wished);
  return layout.map((place) => ({ ...place, width: widths.get(place.column) ?? place.width }));
}

/** The column shown or hidden; the last shown one stays. */
export function shownColumn<Id extends string>(
  layout: readonly ColumnPlace<Id>[],
  column: Id,
  shown: boolean,
): readonly ColumnPlace<Id>[] {
  const others = layout.some((place) => place.shown && place.column !== column);
  if (!shown && !others) return layout;
  return layout.map((place) => (place.column === column ? { ...place, shown } : place));
}

/** Columns that fit into a width, and those that do not. */
export type FittedColumns<Id extends string> = Readonly<{
  columns: readonly Readonly<{ id: Id; width: number }>[];
  /** Shown by their owner, but there is no room for them now. */
  folded: readonly Id[];
}>;

/**
 * Gives every shown column its width in the room there is: all are squeezed alike down to their
 * minimum, then the least important ones leave, so that nothing vital is cut or scrolled away.
 * Room that is left over goes to columns below their maximum.
 */
export function fitColumns<Id extends string>(
  columns: readonly ColumnLimits<Id>[],
  layout: readonly ColumnPlace<Id>[],
  roomPx: number,
): FittedColumns<Id> {
  const limits = new Map(columns.map((column) => [column.id, column]));
  const shown = layout.flatMap((place) => {
    const column = limits.get(place.column);
    return place.shown && column ? [{ ...column, width: place.width }] : [];
  });
  const { kept, folded } = folding(shown, roomPx);
  const wanted = kept.reduce((sum, column) => sum + column.width, 0);
  const sized =
    wanted > roomPx ? squeezed(kept, wanted - roomPx) : stretched(kept, roomPx - wanted);
  return { columns: sized, folded };
}

function folding<Id extends string>(shown: readonly ColumnLimits<Id>[], roomPx: number) {
  let kept = shown;
  const folded: Id[] = [];
  for (;;) {
    const least = kept.reduce((sum, column) => sum + Math.min(column.width, column.minWidth), 0);
    if (least <= roomPx) break;
    const rank = Math.max(...kept.map((column) => column.foldRank ?? -1));
    if (rank < 0) break;
    const leaving = kept.find((column) => column.foldRank === rank);
    if (leaving === undefined) break;
    folded.push(leaving.id);
    kept = kept.filter((column) => column !== leaving);
  }
  return { kept, folded };
}

function squeezed<Id extends string>(columns: readonly ColumnLimits<Id>[], missingPx: number) {
  const slack = columns.map((column) => Math.max(0, column.width - column.minWidth));
  const all = slack.reduce((sum, px) => sum + px, 0);
  const part = all === 0 ? 0 : Math.min(1, missingPx / all);
  return columns.map(({ id, width }, at) => ({
    id,
    width: Math.floor(width - (slack[at] ?? 0) * part),
  }));
}

function stretched<Id extends string>(columns: readonly ColumnLimits<Id>[], sparePx: number) {
  const wish = columns.map((column) => Math.max(0, column.maxWidth - column.width));
  const all = wish.reduce((sum, px) => sum + px, 0);
  const part = all === 0 ? 0 : Math.min(1, sparePx / all);
  return columns.map(({ id, width }, at) => ({
    id,
    width: Math.floor(width + (wish[at] ?? 0) * part),
  }));
}
