import { createStore, type StoreApi } from 'zustand/vanilla';

/** A done edit that knows its way back. */
export type Edit = Readonly<{
  /** What was done, in the person's language: «Отметка снята». */
  title: string;
  undo(): Promise<void>;
  redo(): Promise<void>;
}>;

type Stacks = Readonly<{ done: readonly Edit[]; undone: readonly Edit[] }>;

export type UndoStack = StoreApi<Stacks> &
  Readonly<{
    /** Remembers an edit that was just made; what had been undone before can no longer be redone. */
    did(edit: Edit): void;
    /** Takes the newest edit back and answers it; null when there is none. A failed way back keeps its place. */
    undo(): Promise<Edit | null>;
    redo(): Promise<Edit | null>;
    /** Takes back this edit alone when it is still the newest, else answers false. */
    undoOnly(edit: Edit): Promise<boolean>;
  }>;

const DEPTH = 100;

/** One history of edits for the whole window. */
export function createUndoStack(): UndoStack {
  const store = createStore<Stacks>(() => ({ done: [], undone: [] }));
  let busy = false;
  const once = async (work: () => Promise<Edit | null>): Promise<Edit | null> => {
    if (busy) return null;
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };
  const undo = (): Promise<Edit | null> =>
    once(async () => {
      const edit = store.getState().done.at(-1);
      if (!edit) return null;
      await edit.undo();
      store.setState(({ done, undone }) => ({
        done: done.filter((one) => one !== edit),
        undone: [...undone, edit],
      }));
      return edit;
    });
  const redo = (): Promise<Edit | null> =>
    once(async () => {
      const edit = store.getState().undone.at(-1);
      if (!edit) return null;
      await edit.redo();
      store.setState(({ done, undone }) => ({
        done: [...done, edit],
        undone: undone.filter((one) => one !== edit),
      }));
      return edit;
    });
  return Object.assign(store, {
    did: (edit: Edit) =>
      store.setState(({ done }) => ({ done: [...done, edit].slice(-DEPTH), undone: [] })),
    undo,
    redo,
    undoOnly: async (edit: Edit) =>
      store.getState().done.at(-1) === edit && (await undo()) !== null,
  });
}
