import { z } from 'zod';
import type { AbsentConfigFile } from '../domain/config-files/absent-config-file.ts';
import type { ConfigElement } from '../domain/config-files/config-element.ts';
import type { ConfigBrand, ConfigFileKind } from '../domain/config-files/config-file.ts';
import type { ConfigFinding } from '../domain/config-files/config-finding.ts';
import type { ConfigTopology } from '../domain/config-files/config-topology.ts';
import type { FailureData } from '../domain/failure.ts';
import type { Instant } from '../domain/orders/order.ts';
import {
  CONFIG_DOUBTS,
  type ConfigPreview,
  type ConfigSave,
  type ConfigVersion,
  type ConfigVersionText,
  type DiffLine,
} from './config-changes.ts';
import { announcement, ask } from './define.ts';

export type { AbsentConfigFile };

const fileId = z.int().positive();
const versionId = z.int().positive();
const path = z.string().min(1).max(1000);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const why = z.string().trim().max(500);
/** 16 MB of text is refused anyway; an answer of the window is far smaller. */
const text = z.string().max(900_000);

const topology = z.strictObject({
  venues: z.enum(['one', 'chain']),
  delivery: z.enum(['terminal', 'centralised']),
  server: z.enum(['hosted', 'local']),
  callCentreUrl: z.string().trim().min(1).max(500).nullable(),
});

/** `name`, `name[2]` (the second of that name), `group/name`. */
const element = z.string().min(1).max(300);

/** A value; `xsi:nil`, no value on purpose; null: the element goes. */
const value = z.union([z.string().max(10_000), z.strictObject({ nil: z.literal(true) }), z.null()]);

/** What to do with a file: values of elements, its whole text, or an older version. */
export const configChange = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('elements'),
    edits: z.array(z.strictObject({ element, value })).min(1).max(200),
  }),
  z.strictObject({ type: z.literal('text'), text }),
  z.strictObject({ type: z.literal('version'), versionId }),
]);

/** What is to become of a file: values of some elements, a whole text, or an earlier version. */
export type ConfigChange = z.output<typeof configChange>;

const accepted = z.array(z.enum(CONFIG_DOUBTS)).max(CONFIG_DOUBTS.length);

/** A file as it lies on the disk now. */
export type ConfigFile = Readonly<{
  id: number;
  kind: ConfigFileKind;
  brand: ConfigBrand;
  /** Whose it is: the Windows profile, or the name of the added folder or archive. */
  owner: string;
  /** One till (a `CashServer` folder), one iikoOffice profile or one server: files with the same value belong together. */
  place: string;
  path: string;
  modifiedAt: Instant;
  size: number;
  hash: string;
  /** Version of the program, where a file tells it. */
  programVersion: string | null;
  /** False for kinds that are only looked at and for files inside an archive. */
  editable: boolean;
  /** Comes from a folder or archive that was added, not from this PC's programs. */
  rootId: number | null;
}>;

/** A folder or archive that was added by hand. */
export type ConfigRoot = Readonly<{ id: number; path: string; addedAt: Instant; there: boolean }>;

/** What was found, what one would expect and is not there, and where it was looked. */
export type ConfigFileList = Readonly<{
  /** Newest first. */
  files: readonly ConfigFile[];
  absent: readonly AbsentConfigFile[];
  searched: readonly string[];
  roots: readonly ConfigRoot[];
}>;

/** One element as it stands in a file; known ones that are absent are listed too. */
export type ConfigField = Readonly<{
  /** `name`, `name[2]`, `group/name`. */
  element: string;
  /** null: the element is absent. */
  value: string | null;
  /** `xsi:nil`: no value on purpose, differs from an empty one. */
  nil: boolean;
  /** What is known about it; null: not known to us, kept as it is. */
  known: Omit<ConfigElement, 'recommend'> | null;
  recommended: string | null;
  /** Where it begins in the text, from 1; null when absent. */
  line: number | null;
}>;

/** How the bytes of a file are written. */
export type ConfigForm = Readonly<{
  /** Empty of a log. */
  encoding: string;
  bom: boolean;
  newline: 'crlf' | 'lf' | 'cr' | 'mixed' | 'none';
  /** Name of the root element; null for properties and logs. */
  root: string | null;
}>;

/** What the till of this file is doing now, as far as it can be told. */
export type TillState = Readonly<{
  frontRunning: boolean;
  shiftOpen: boolean;
  shiftNumber: number | null;
}>;

/** A value of `terminalId` that this terminal had once. */
export type KeptTerminalId = Readonly<{
  value: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  current: boolean;
}>;

/** A file with its form, its text, what is wrong in it, and what can be done with it now. */
export type OpenConfigFile = Readonly<{
  file: ConfigFile;
  form: ConfigForm;
  text: string;
  fields: readonly ConfigField[];
  findings: readonly ConfigFinding[];
  /** Version that is on the disk now; 0 of a log, which is never kept. */
  versionId: number;
  canUndo: boolean;
  canRedo: boolean;
  till: TillState;
  /** The value to put back after a reinstall; null: nothing to offer. */
  terminalIdOffer: KeptTerminalId | null;
}>;

/** Values of one file for laying many side by side. */
export type ConfigValues = Readonly<{
  fileId: number;
  hash: string | null;
  values: readonly Readonly<{ element: string; value: string | null; nil: boolean }>[];
  findings: readonly ConfigFinding[];
  failure: FailureData | null;
}>;

/**
 * iiko's own files on this PC and in added folders: finding, understanding, changing, going back.
 * Every change needs the right `edit-settings`. Texts: `config-files.*`.
 */
export const configFiles = {
  /** `root`: this folder alone, instead of the PC’s own and the added ones. */
  list: ask('core', z.strictObject({ root: path.optional() })).gives<ConfigFileList>(),
  /** Adds a folder or a zip with files of other terminals; its files are only looked for under it. */
  addRoot: ask('core', z.strictObject({ path })).gives<ConfigRoot>(),
  removeRoot: ask('core', z.strictObject({ rootId: z.int().positive() })).gives<null>(),
  /** A single file anywhere on this PC, for the command line; `kind` null: told by name and content. */
  addFile: ask(
    'core',
    z.strictObject({
      path,
      kind: z.enum(['delivery-plugin', 'front', 'backclient', 'resto-properties']).nullable(),
    }),
  ).gives<ConfigFile>(),
  topology: ask('core', z.strictObject({})).gives<ConfigTopology | null>(),
  saveTopology: ask('core', topology).gives<ConfigTopology>(),
  /** Reads the file; `invalid` `document.*` {line, column} when it can not be. */
  open: ask('core', z.strictObject({ fileId })).gives<OpenConfigFile>(),
  /** Values of many files at once (a fleet); a file that can not be read has its failure. */
  values: ask('core', z.strictObject({ fileIds: z.array(fileId).max(2000) })).gives<
    readonly ConfigValues[]
  >(),
  /** What a change would make of the file, without writing. */
  preview: ask('core', z.strictObject({ fileId, change: configChange })).gives<ConfigPreview>(),
  /** Writes a change upon the content `baseHash`; asks back where a person must decide. */
  save: ask(
    'core',
    z.strictObject({ fileId, baseHash: hash, change: configChange, why, accepted }),
  ).gives<ConfigSave>(),
  undo: ask('core', z.strictObject({ fileId, baseHash: hash, accepted })).gives<ConfigSave>(),
  redo: ask('core', z.strictObject({ fileId, baseHash: hash, accepted })).gives<ConfigSave>(),
  /** Newest first. */
  history: ask('core', z.strictObject({ fileId })).gives<readonly ConfigVersion[]>(),
  version: ask('core', z.strictObject({ versionId })).gives<ConfigVersionText>(),
  /** Two versions, of one file or of two, side by side. */
  compare: ask('core', z.strictObject({ left: versionId, right: versionId })).gives<
    readonly DiffLine[]
  >(),
  /** Every `terminalId` this terminal ever had, newest first. */
  terminalIds: ask('core', z.strictObject({ fileId })).gives<readonly KeptTerminalId[]>(),
  /** Puts a kept `terminalId` back; undone like any edit. */
  restoreTerminalId: ask(
    'core',
    z.strictObject({ fileId, baseHash: hash, value: z.string().min(1).max(100), accepted }),
  ).gives<ConfigSave>(),
  /** Deletes `terminalId` so that the terminal registers anew; `accepted` must hold `terminal-id`. */
  deleteTerminalId: ask(
    'core',
    z.strictObject({ fileId, baseHash: hash, why, accepted }),
  ).gives<ConfigSave>(),
  /** Files changed on the disk or in the store; empty: the list itself may differ. */
  changed: announcement<Readonly<{ fileIds: readonly number[] }>>(),
};
