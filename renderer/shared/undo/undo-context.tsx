import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { createUndoStack, type Edit, type UndoStack } from './undo-stack.ts';

type Undo = Readonly<{ stack: UndoStack; announce(edit: Edit): void }>;

const UndoContext = createContext<Undo | null>(null);

/** One history of edits for everything below; `announce` shows the toast with «Вернуть». */
export function UndoProvider(props: {
  readonly announce: (edit: Edit, stack: UndoStack) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { announce, children } = props;
  // Another language announces in other words, the edits stay the same.
  const [stack] = useState(createUndoStack);
  const undo = useMemo(
    () => ({ stack, announce: (edit: Edit) => announce(edit, stack) }),
    [stack, announce],
  );
  return <UndoContext value={undo}>{children}</UndoContext>;
}

function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error('No UndoProvider above');
  return undo;
}

/** The history itself, for the keys and the menu. */
export const useUndoStack = (): UndoStack => useUndo().stack;

/** Tells the window about an edit that was just made: remembered, and shown with «Вернуть». */
export function useDid(): (edit: Edit) => void {
  const { stack, announce } = useUndo();
  return useMemo(
    () => (edit: Edit) => {
      stack.did(edit);
      announce(edit);
    },
    [stack, announce],
  );
}
