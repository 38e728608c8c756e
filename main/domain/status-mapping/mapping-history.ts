import type { Instant } from '../orders/order.ts';
import type { StatusGroup } from './status-group.ts';
import {
  assign,
  mappingDifference,
  statusKey,
  type MappingChange,
  type StatusMapping,
} from './status-mapping.ts';

/** Why a version was made: `command` without a draft, `undo` and `restore` repeat an older one. */
export type MappingCause = 'default' | 'draft' | 'command' | 'undo' | 'restore';

/** A version of the mapping: in force from `validFrom` until the next one's. */
export type MappingVersion = Readonly<{
  id: number;
  cause: MappingCause;
  /** The older version this one repeats. */
  sameAs: number | null;
  /** Name of the profile; '' for the program itself. */
  author: string;
  validFrom: Instant;
}>;

/** One step of the draft; several changes in one step are done and undone together. */
export type DraftStep = Readonly<{
  id: number;
  changes: readonly MappingChange[];
  author: string;
  madeAt: Instant;
  undone: boolean;
}>;

/** A change with where the status was before; null: no entry of its own. */
export type ToldChange = MappingChange & Readonly<{ before: StatusGroup | null }>;

/** The mapping with every step of the draft that is not undone. */
export const draftedMapping = (
  inForce: StatusMapping,
  draft: readonly DraftStep[],
): StatusMapping =>
  draft
    .filter(({ undone }) => !undone)
    .reduce((mapping, { changes }) => assign(mapping, changes), inForce);

/** The changes from one mapping to the other, each with the group it was in. */
export const toldDifference = (
  before: StatusMapping,
  after: StatusMapping,
): readonly ToldChange[] =>
  mappingDifference(before, after).map((change) => ({
    ...change,
    before: before.get(statusKey(change))?.group ?? null,
  }));
