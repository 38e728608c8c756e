import type { ConfigFinding } from '../domain/config-files/config-finding.ts';
import type { DiffLine } from '../domain/config-files/diff-table.ts';
import type { FailureData } from '../domain/failure.ts';
import type { Instant } from '../domain/orders/order.ts';
import type { ConfigField, OpenConfigFile } from './config-files.ts';

export type { DiffLine };

/** What a person must have agreed to before a save that needs it. */
export const CONFIG_DOUBTS = ['front-running', 'shift-open', 'terminal-id', 'new-errors'] as const;

/**
 * `front-running`: the till works and may overwrite the file. `shift-open`: the till must not be
 * restarted now. `terminal-id`: the identity of the terminal is changed or deleted, it would have
 * to be registered anew. `new-errors`: the file would have errors it does not have now.
 */
export type ConfigDoubt = (typeof CONFIG_DOUBTS)[number];

/** What a change would make of a file, before anything is written. */
export type ConfigPreview = Readonly<{
  /** Lines that differ with three lines around; `skipped` counts the rest. */
  lines: readonly DiffLine[];
  fields: readonly ConfigField[];
  findings: readonly ConfigFinding[];
  doubts: readonly ConfigDoubt[];
  text: string;
  /** Of the bytes that would be written. */
  hash: string;
  /** False: the file would stay as it is, byte for byte. */
  changes: boolean;
}>;

/** One stretch of a three-way merge; `conflict` where both sides changed the same lines. */
export type MergeStretch = Readonly<{
  type: 'same' | 'mine' | 'theirs' | 'both' | 'conflict';
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
}>;

/** The file was changed outside meanwhile: what each side did, and how both would read together. */
export type ConfigMerge = Readonly<{
  /** Hash to save upon, once somebody has decided. */
  theirsHash: string;
  /** Both changes together; null when they are about the same lines. */
  merged: string | null;
  stretches: readonly MergeStretch[];
}>;

/**
 * How a save ended: nothing is written while it is doubted or the file was changed outside
 * meanwhile.
 */
export type ConfigSave =
  | Readonly<{
      type: 'saved';
      file: OpenConfigFile;
      /** What must be started anew for the change to count. */
      restart: 'front' | 'server' | null;
    }>
  | Readonly<{ type: 'doubted'; doubts: readonly ConfigDoubt[] }>
  | Readonly<{ type: 'changed-outside'; merge: ConfigMerge }>
  | Readonly<{ type: 'unchanged'; file: OpenConfigFile }>;

/** A version of a file; nothing that was ever seen is lost. */
export type ConfigVersion = Readonly<{
  id: number;
  /** From 1, per file. */
  number: number;
  at: Instant;
  origin: 'seen' | 'edited' | 'restored' | 'undone' | 'redone';
  /** Name of the profile; null: changed outside this program. */
  author: string | null;
  why: string;
  size: number;
  hash: string;
  /** Number of the version whose bytes these are again; null: bytes of its own. */
  sameAs: number | null;
  current: boolean;
}>;

/** Bytes of a version as text; `failure` when it can not be read as one. */
export type ConfigVersionText = Readonly<{
  version: ConfigVersion;
  text: string | null;
  failure: FailureData | null;
}>;
