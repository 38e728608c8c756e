import { createStore, type StoreApi } from 'zustand/vanilla';

/** A done edit that knows its way back. */
export type Edit = Readonly<{
  /** What was done, in the person's language: «Отметка снята». */
  title: string;
  undo(): Promise<void>;
  redo(): Promise<void>;
}>;

type Stacks = Readonly<{ done: readonly Edit[]; undone: readonly Edit[] }>;

/** Edits that can be taken back and made again, newest last. */
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

type Step = Readonly<{
  /** The edit that would be taken back or repeated. */
  next(stacks: Stacks): Edit | undefined;
  work(edit: Edit): Promise<void>;
  after(stacks: Stacks, edit: Edit): Stacks;
}>;

const without = (edits: readonly Edit[], edit: Edit): readonly Edit[] =>
  edits.filter((one) => one !== edit);

const UNDO: Step = {
  next: ({ done }) => done.at(-1),
  work: (edit) => edit.undo(),
  after: ({ done, undone }, edit) => ({ done: without(done, edit), undone: [...undone, edit] }),
};

const REDO: Step = {
  next: ({ undone }) => undone.at(-1),
  work: (edit) => edit.redo(),
  after: ({ done, undone }, edit) => ({ done: [...done, edit], undone: without(undone, edit) }),
};

/** One history of edits for the whole window, without an end; one step at a time, each asked for waits for the last. */
export function createUndoStack(): UndoStack {
  const store = createStore<Stacks>(() => ({ done: [], undone: [] }));
  let last: Promise<unknown> = Promise.resolve();
  const take = (
    step: Step,
    isWanted: (edit: Edit) => boolean = () => true,
  ): Promise<Edit | null> => {
    const taken = last.then(async () => {
      const edit = step.next(store.getState());
      if (!edit || !isWanted(edit)) return null;
      await step.work(edit);
      store.setState((stacks) => step.after(stacks, edit));
      return edit;
    });
    last = taken.catch(() => null);
    return taken;
  };
  return Object.assign(store, {
    did: (edit: Edit) => store.setState(({ done }) => ({ done: [...done, edit], undone: [] })),
    undo: () => take(UNDO),
    redo: () => take(REDO),
    undoOnly: async (edit: Edit) => (await take(UNDO, (newest) => newest === edit)) !== null,
  });
}
