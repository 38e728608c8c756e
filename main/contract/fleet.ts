import { z } from 'zod';
import type { FailureData } from '../domain/failure.ts';
import type { FleetRow } from '../domain/fleet/fleet-difference.ts';
import type { Instant } from '../domain/orders/order.ts';
import type { RollOutState, RollOutStepState } from '../domain/fleet/roll-out.ts';
import { CONFIG_DOUBTS } from './config-changes.ts';
import { announcement, ask } from './define.ts';

const rollOutId = z.int().positive();

/** One till with the files by which it is compared. */
export type FleetMember = Readonly<{
  /** The same as the `place` of its files. */
  id: string;
  name: string;
  /** Windows profile, or the added folder or archive. */
  owner: string;
  /** False: none of its files can be written (an archive). */
  editable: boolean;
}>;

/** Every till side by side, one row a setting. */
export type FleetComparison = Readonly<{
  members: readonly FleetMember[];
  rows: readonly FleetRow[];
}>;

/** What became of one till in a roll-out. */
export type RollOutTarget = Readonly<{
  fileId: number;
  terminal: string;
  state: RollOutStepState;
  failure: FailureData | null;
}>;

/** A change brought to chosen tills: the first alone, then the rest. */
export type RollOut = Readonly<{
  id: number;
  at: Instant;
  author: string;
  why: string;
  element: string;
  /** Null: the element is removed. */
  value: string | null;
  state: RollOutState;
  /** False with the state `open` or `undo-open`: interrupted, to be resumed or taken back. */
  running: boolean;
  targets: readonly RollOutTarget[];
}>;

/** Many terminals side by side, and one change for many of them. Texts: `fleet.*`. */
export const fleet = {
  compare: ask('core', z.strictObject({})).gives<FleetComparison>(),
  /** Newest first. */
  rollOuts: ask('core', z.strictObject({})).gives<readonly RollOut[]>(),
  /** Changes the first file and stops there. `refused` `fleet.own-setting` for identities. */
  start: ask(
    'core',
    z.strictObject({
      fileIds: z.array(z.int().positive()).min(1).max(1000),
      element: z.string().min(1).max(300),
      value: z.string().max(10_000).nullable(),
      why: z.string().trim().max(500),
      accepted: z.array(z.enum(CONFIG_DOUBTS)).max(CONFIG_DOUBTS.length),
    }),
  ).gives<RollOut>(),
  /** Goes on after the first file, or with what was interrupted; answers when it is over. */
  proceed: ask('core', z.strictObject({ rollOutId })).gives<RollOut>(),
  /** Brings back what every written file held before, the last one first. */
  undo: ask('core', z.strictObject({ rollOutId })).gives<RollOut>(),
  /** A roll-out moved by one file. */
  progressed: announcement<RollOut>(),
};
