import type {
  ConfigDoubt,
  ConfigMerge,
  ConfigPreview,
} from '../../../main/contract/config-changes.ts';
import type { OpenConfigFile } from '../../../main/contract/config-files.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import type { Draft } from './draft.ts';
import type { FileWrite } from './file-write.ts';

/** A file in the editor with what was changed in it and not saved. */
export type ShownFile = Readonly<{
  type: 'shown';
  opened: OpenConfigFile;
  draft: Draft | null;
  /** What the draft would make of the file; null without a draft or before the core answered. */
  preview: ConfigPreview | null;
  /** Why the draft can not be read as a file of its kind, or why a write failed. */
  failure: Failure | null;
  busy: boolean;
  /** A write that a person must agree to first. */
  asking: Readonly<{ write: FileWrite; doubts: readonly ConfigDoubt[] }> | null;
  /** The file was changed outside while it was being saved. */
  merge: ConfigMerge | null;
  /** The file was changed outside while there is a draft. */
  outside: boolean;
  /** What must be started anew after the last save. */
  restart: 'front' | 'server' | null;
}>;

/** The editor: no file, a file on its way, one that can not be read, or one that is shown. */
export type FileState =
  | Readonly<{ type: 'none' }>
  | Readonly<{ type: 'loading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | ShownFile;

/** A file as it was just read. */
export const freshly = (opened: OpenConfigFile): ShownFile => ({
  type: 'shown',
  opened,
  draft: null,
  preview: null,
  failure: null,
  busy: false,
  asking: null,
  merge: null,
  outside: false,
  restart: null,
});
