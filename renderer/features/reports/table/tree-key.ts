/** A cell of the table: row by its place among those shown (the total is the last), column 0 the name. */
export type CellPlace = Readonly<{ row: number; column: number }>;

/** What a key press means in the table. */
export type TreeCommand =
  | Readonly<{ type: 'go'; to: CellPlace }>
  | Readonly<{ type: 'fold' | 'unfold' | 'open' | 'escape' }>;

/** What must be known to read a key press. */
export type TreeSize = Readonly<{
  rows: number;
  columns: number;
  pageRows: number;
  /** Of the row that is stood on. */
  open: boolean;
  children: number;
}>;

/** Reads a key press; null: not for the table. */
export function treeCommand(
  key: string,
  control: boolean,
  at: CellPlace,
  size: TreeSize,
): TreeCommand | null {
  const folds = at.column === 0 && size.children > 0;
  if (key === 'ArrowRight' && folds && !size.open) return { type: 'unfold' };
  if (key === 'ArrowLeft' && folds && size.open) return { type: 'fold' };
  if (key === 'Escape') return { type: 'escape' };
  if (key === 'Enter' || key === ' ') {
    if (!folds) return { type: 'open' };
    return { type: size.open ? 'fold' : 'unfold' };
  }
  const to = target(key, control, at, size);
  return to && { type: 'go', to };
}

function target(key: string, control: boolean, at: CellPlace, size: TreeSize): CellPlace | null {
  const row = (wanted: number): CellPlace => ({
    ...at,
    row: Math.min(size.rows - 1, Math.max(0, wanted)),
  });
  const column = (wanted: number): CellPlace => ({
    ...at,
    column: Math.min(size.columns - 1, Math.max(0, wanted)),
  });
  switch (key) {
    case 'ArrowDown':
      return row(at.row + 1);
    case 'ArrowUp':
      return row(at.row - 1);
    case 'PageDown':
      return row(at.row + size.pageRows);
    case 'PageUp':
      return row(at.row - size.pageRows);
    case 'ArrowRight':
      return column(at.column + 1);
    case 'ArrowLeft':
      return column(at.column - 1);
    case 'Home':
      return control ? { row: 0, column: 0 } : column(0);
    case 'End':
      return control ? { row: size.rows - 1, column: at.column } : column(size.columns - 1);
    default:
      return null;
  }
}
