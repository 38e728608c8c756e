import { z } from 'zod';
import type { OverdueOrder } from '../domain/status-mapping/overdue-order.ts';
import type { Day } from '../domain/local-time.ts';
import type {
  DraftStep,
  MappingVersion,
  ToldChange,
} from '../domain/status-mapping/mapping-history.ts';
import { STATUS_GROUPS } from '../domain/status-mapping/status-group.ts';
import type { MappingEntry } from '../domain/status-mapping/status-mapping.ts';
import {
  CLIENT_TYPES,
  MOST_LIMIT_MINUTES,
  type StatusBreach,
  type StatusRules,
} from '../domain/status-mapping/status-rules.ts';
import type { StatusTotal } from '../domain/status-mapping/status-totals.ts';
import { announcement, ask } from './define.ts';

export type { OverdueOrder };

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** Business days of the promise, both ends included; null: all time. */
const period = z.strictObject({ from: day, to: day }).nullable();
const system = z.string().min(1).max(60);
const status = z.string().max(200);
const version = z.int().positive();
const stepId = z.int().positive();
const changes = z
  .array(
    z.strictObject({
      /** 0: for all organizations. */
      organizationId: z.int().min(0),
      system,
      status,
      /** null: as the organizations' common entry says, or not placed. */
      group: z.enum(STATUS_GROUPS).nullable(),
    }),
  )
  .min(1)
  .max(2000);

/** A version with what it changed of the one before. */
export type MappingVersionStory = MappingVersion & Readonly<{ changes: readonly ToldChange[] }>;

/** Everything the board shows; what a drag would change is computed from it without asking again. */
export type StatusBoard = Readonly<{
  version: MappingVersion;
  entries: readonly MappingEntry[];
  draft: readonly DraftStep[];
  /** Of the asked period. Sums are 0 where `money` is false. */
  totals: readonly StatusTotal[];
  /** Every status ever seen, with its orders of all time. */
  seen: readonly Readonly<{ system: string; status: string; orders: number }>[];
  /** Systems that are connected. */
  systems: readonly string[];
  organizations: readonly Readonly<{ id: number; name: string }>[];
  /** Whether the person may see revenue. */
  money: boolean;
  mayEdit: boolean;
}>;

/** Statuses with orders that no group holds: the badge of the rail. */
export type UnmappedStatuses = Readonly<{ statuses: number; orders: number }>;

/** An order that broke a rule. */
export type OrderBreach = Readonly<{
  orderId: number;
  number: string;
  venue: string;
  system: string;
  breach: StatusBreach;
}>;

/** Orders that broke a rule in a period, as the journal tells. */
export type BreachReport = Readonly<{
  period: Readonly<{ from: Day; to: Day }>;
  /** Orders whose journal was looked through. */
  orders: number;
  breaches: readonly OrderBreach[];
  /** More were found than are listed. */
  cut: boolean;
}>;

/**
 * Which group (ignored, in work, paid, cancelled, or none yet) each status counts in. Everything
 * that changes needs the right `edit-statuses`.
 */
export const statusMapping = {
  board: ask('list', z.strictObject({ period })).gives<StatusBoard>(),
  unmapped: ask('list', z.strictObject({})).gives<UnmappedStatuses>(),
  /** Newest first. */
  versions: ask('list', z.strictObject({})).gives<readonly MappingVersionStory[]>(),
  /** Adds a step to the draft; what had been undone before can no longer be redone. */
  assign: ask('core', z.strictObject({ changes })).gives<readonly DraftStep[]>(),
  /** Takes back the step and all after it; null: the newest, nothing where there is none. */
  undo: ask('core', z.strictObject({ step: stepId.nullable() })).gives<readonly DraftStep[]>(),
  /** Repeats the step and all before it; null: the first of those undone. */
  redo: ask('core', z.strictObject({ step: stepId.nullable() })).gives<readonly DraftStep[]>(),
  /** Takes back every step; they can be redone one by one. */
  discard: ask('core', z.strictObject({})).gives<readonly DraftStep[]>(),
  /** Puts the draft in force as it was shown: `conflict` `status-mapping.changed-meanwhile` when it is not so any more. */
  apply: ask(
    'core',
    z.strictObject({ version, steps: z.array(stepId).min(1).max(10_000) }),
  ).gives<MappingVersion>(),
  /** Takes the newest version back and opens its draft again; `conflict` when it is not the newest. */
  unapply: ask('core', z.strictObject({ version })).gives<MappingVersion>(),
  /** Changes the mapping in force at once, without the draft. */
  assignNow: ask('core', z.strictObject({ changes })).gives<MappingVersion>(),
  /** Puts the mapping before the newest change in force again; `conflict` `status-mapping.nothing-to-undo`. */
  undoVersion: ask('core', z.strictObject({})).gives<MappingVersion>(),
  /** Puts an older version in force again as a new one. */
  restore: ask('core', z.strictObject({ version })).gives<MappingVersion>(),

  /** Moves that a person allowed or forbade, sets by type of client, and the longest times. */
  rules: ask('list', z.strictObject({})).gives<StatusRules>(),
  /** Allows or forbids a move; null: as the program's own matrix says. */
  setMove: ask(
    'core',
    z.strictObject({ system, from: status, to: status, allowed: z.boolean().nullable() }),
  ).gives<null>(),
  /** Puts a status into the set of a type of client, or takes it out of it. */
  setClient: ask(
    'core',
    z.strictObject({ system, status, client: z.enum(CLIENT_TYPES), allowed: z.boolean() }),
  ).gives<null>(),
  /** Sets the longest time in a status; null: none. */
  setLimit: ask(
    'core',
    z.strictObject({
      system,
      status,
      minutes: z.int().min(1).max(MOST_LIMIT_MINUTES).nullable(),
    }),
  ).gives<null>(),
  /** Running orders beyond the limit of their status now, longest first, at most 200. */
  overdue: ask('list', z.strictObject({})).gives<readonly OverdueOrder[]>(),
  /** Orders of up to 92 days whose journal breaks a rule, newest first, at most 500. */
  breaches: ask(
    'report',
    z.strictObject({ period: z.strictObject({ from: day, to: day }) }),
  ).gives<BreachReport>(),
  /** Mapping, draft or rules: `version` is the one in force now. */
  changed: announcement<Readonly<{ version: number }>>(),
};
