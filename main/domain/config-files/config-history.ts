/** Where the bytes of a version come from. */
export type VersionOrigin = 'seen' | 'edited' | 'restored' | 'undone' | 'redone';

/** What undo and redo need of a version, in the order they happened. */
export type HistoryStep = Readonly<{ id: number; origin: VersionOrigin }>;

/** The version whose bytes an undo or a redo would bring back; null: nothing to do. */
export type HistoryMoves = Readonly<{ undo: number | null; redo: number | null }>;

/**
 * Replays a file's history: an undo steps back, a redo forward, everything else is a new step that
 * makes the undone ones unreachable by redo (they stay in the history and can be restored).
 */
export function movesAfter(steps: readonly HistoryStep[]): HistoryMoves {
  const past: number[] = [];
  let future: number[] = [];
  for (const { id, origin } of steps) {
    if (origin === 'undone') move(past, future);
    else if (origin === 'redone') move(future, past);
    else {
      past.push(id);
      future = [];
    }
  }
  return { undo: past.at(-2) ?? null, redo: future.at(-1) ?? null };
}

function move(from: number[], to: number[]): void {
  const step = from.pop();
  if (step !== undefined) to.push(step);
}
