import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConfigDoubt, ConfigSave } from '../../../main/contract/config-changes.ts';
import type { OpenConfigFile } from '../../../main/contract/config-files.ts';
import type { Client } from '../../../main/contract/index.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import { changeOf, withEdits, withText, type Draft, type Edits } from './draft.ts';
import { freshly, type FileState, type ShownFile } from './file-state.ts';
import { sendWrite, type FileWrite } from './file-write.ts';

/** Told after a write reached the file, with the way it went. */
export type Written = (write: FileWrite, opened: OpenConfigFile) => void;

/** One opened file: draft, preview, writes and what they ask. */
export type FileSlice = StoreApi<FileState> &
  Readonly<{
    open(fileId: number | null): Promise<void>;
    edit(edits: Edits): void;
    retext(text: string): void;
    /** Forgets the draft. */
    discard(): void;
    /** Closes what was asked. */
    settle(): void;
    /** Forgets the draft and shows the file as it lies on the disk now. */
    reload(): void;
    /** Writes; a doubt or an outside change is put into the state. */
    write(write: FileWrite, accepted?: readonly ConfigDoubt[]): Promise<void>;
    follow(): () => void;
  }>;

/** A pause in typing after which the core is asked what it would make of the draft. */
const PAUSE_MS = 150;

type Desk = {
  readonly client: Client;
  readonly store: StoreApi<FileState>;
  readonly onWritten: Written;
  fileId: number | null;
  timer: ReturnType<typeof setTimeout> | undefined;
};

function patch({ store }: Desk, change: Partial<ShownFile>): void {
  const state = store.getState();
  if (state.type === 'shown') store.setState({ ...state, ...change }, true);
}

/** What `work` answers for the file that is shown; nothing is done without one. */
function onShown({ store }: Desk, work: (state: ShownFile) => void): void {
  const state = store.getState();
  if (state.type === 'shown') work(state);
}

async function open(desk: Desk, fileId: number | null): Promise<void> {
  clearTimeout(desk.timer);
  desk.fileId = fileId;
  desk.store.setState(fileId === null ? { type: 'none' } : { type: 'loading' }, true);
  if (fileId === null) return;
  const next = await desk.client.configFiles
    .open({ fileId })
    .then(freshly, (error: unknown): FileState => ({ type: 'failed', failure: toFailure(error) }));
  if (desk.fileId === fileId) desk.store.setState(next, true);
}

async function showPreview(desk: Desk, fileId: number, draft: Draft): Promise<void> {
  const next = await desk.client.configFiles.preview({ fileId, change: changeOf(draft) }).then(
    (preview) => ({ preview, failure: null }),
    (error: unknown) => ({ preview: null, failure: toFailure(error) }),
  );
  onShown(desk, (state) => {
    if (state.draft === draft) patch(desk, next);
  });
}

function setDraft(desk: Desk, { opened }: ShownFile, draft: Draft | null): void {
  clearTimeout(desk.timer);
  patch(desk, { draft, failure: null, restart: null, ...(draft ? {} : { preview: null }) });
  if (!draft) return;
  desk.timer = setTimeout(() => void showPreview(desk, opened.file.id, draft), PAUSE_MS);
}

function take(desk: Desk, write: FileWrite, outcome: ConfigSave): void {
  switch (outcome.type) {
    case 'saved':
      desk.store.setState({ ...freshly(outcome.file), restart: outcome.restart }, true);
      desk.onWritten(write, outcome.file);
      return;
    case 'unchanged':
      desk.store.setState(freshly(outcome.file), true);
      return;
    case 'doubted':
      patch(desk, { asking: { write, doubts: outcome.doubts } });
      return;
    case 'changed-outside':
      patch(desk, { merge: outcome.merge });
      return;
    default:
      assertNever(outcome);
  }
}

async function write(
  desk: Desk,
  action: FileWrite,
  accepted: readonly ConfigDoubt[] = [],
): Promise<void> {
  const state = desk.store.getState();
  if (state.type !== 'shown' || state.busy) return;
  const { fileId } = desk;
  patch(desk, { busy: true, asking: null, merge: null, failure: null });
  try {
    const outcome = await sendWrite(desk.client, state.opened, action, accepted);
    if (desk.fileId === fileId) take(desk, action, outcome);
  } catch (error) {
    if (desk.fileId === fileId) patch(desk, { failure: toFailure(error) });
  } finally {
    patch(desk, { busy: false });
  }
}

/** The disk changed: a file without a draft is shown anew, a draft is kept and told of it. */
async function reread(desk: Desk): Promise<void> {
  const { fileId } = desk;
  const before = desk.store.getState();
  if (fileId === null || (before.type === 'shown' && before.busy)) return;
  if (before.type !== 'shown') return open(desk, fileId);
  const opened = await desk.client.configFiles.open({ fileId }).catch(() => null);
  onShown(desk, (state) => {
    if (!opened || desk.fileId !== fileId || state.busy) return;
    if (opened.file.hash === state.opened.file.hash) patch(desk, { opened });
    else if (state.draft) patch(desk, { outside: true });
    else desk.store.setState(freshly(opened), true);
  });
}

/** Opens, drafts and writes one file at a time. */
export function createFileSlice(client: Client, onWritten: Written): FileSlice {
  const store = createStore<FileState>(() => ({ type: 'none' }));
  const desk: Desk = { client, store, onWritten, fileId: null, timer: undefined };
  return Object.assign(store, {
    open: (fileId: number | null) => open(desk, fileId),
    edit: (edits: Edits) =>
      onShown(desk, (state) => setDraft(desk, state, withEdits(state.draft, state.opened, edits))),
    retext: (text: string) =>
      onShown(desk, (state) => setDraft(desk, state, withText(state.opened, text))),
    discard: () =>
      onShown(desk, (state) =>
        state.outside ? void open(desk, desk.fileId) : setDraft(desk, state, null),
      ),
    reload: () => void open(desk, desk.fileId),
    settle: () => patch(desk, { asking: null, merge: null, failure: null }),
    write: (action: FileWrite, accepted?: readonly ConfigDoubt[]) => write(desk, action, accepted),
    follow: () =>
      client.configFiles.onChanged(({ fileIds }) => {
        const { fileId } = desk;
        if (fileId !== null && (fileIds.length === 0 || fileIds.includes(fileId)))
          void reread(desk);
      }),
  });
}
