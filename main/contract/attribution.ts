import { z } from 'zod';
import type { Evidence } from '../domain/attribution/attribution.ts';
import type { Model } from '../domain/attribution/attribution-models.ts';
import {
  MOST_MINUTES,
  REQUIRED_FIELDS,
  RULE_KINDS,
  type Rule,
} from '../domain/attribution/attribution-rule.ts';
import type { SourceChange } from '../domain/attribution/source-change.ts';
import type { SourcePath } from '../domain/attribution/attribution-source.ts';
import type { Instant } from '../domain/orders/order.ts';
import { TOUCH_ROLES, type TouchMapping } from '../domain/attribution/touch-file.ts';
import type { TouchImport } from '../domain/attribution/touch-import.ts';
import { announcement, ask } from './define.ts';

export type { SourceChange, TouchImport };

const id = z.int().positive();
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const minutes = z.int().min(0).max(MOST_MINUTES);
const level = z.string().trim().min(1).max(200);

const rule = z.strictObject({
  id: z.string().min(1).max(40),
  name: z.string().trim().max(80),
  kind: z.enum(RULE_KINDS),
  enabled: z.boolean(),
  requires: z.array(z.enum(REQUIRED_FIELDS)).max(REQUIRED_FIELDS.length),
  beforeMinutes: minutes,
  afterMinutes: minutes,
  table: z
    .array(
      z.strictObject({
        text: z.string().trim().min(1).max(200),
        match: z.enum(['is', 'starts']),
        source: z.array(level).min(1).max(7),
      }),
    )
    .max(2000),
  unlisted: z.enum(['itself', 'nothing']),
  decides: z.boolean(),
});

const rules = z
  .array(rule)
  .min(1)
  .max(60)
  .refine((list) => new Set(list.map((one) => one.id)).size === list.length);

/** How a source of the evidence is shown: names after renaming and merging, channel first. */
export type SourceName = Readonly<{
  key: string;
  names: readonly string[];
  colour: string | null;
}>;

/**
 * Why an order counts where it counts: what it told, what each rule said, the rules it was
 * concluded by.
 */
export type Explanation = Readonly<{
  evidence: Evidence;
  rules: readonly Rule[];
  rulesVersion: number;
  /** The order changed, and reports do not count it so yet. */
  waiting: boolean;
  names: readonly SourceName[];
}>;

/**
 * The rules in force, every version before them (newest first), and how far orders are concluded
 * by them.
 */
export type RulesView = Readonly<{
  version: number;
  rules: readonly Rule[];
  versions: readonly Readonly<{
    version: number;
    author: string;
    appliedAt: Instant;
    rules: readonly Rule[];
  }>[];
  /** Orders that are still to be concluded, of how many. */
  waiting: number;
  orders: number;
}>;

/** What other rules would change, over the newest orders of a period. */
export type RulesPreview = Readonly<{
  checked: number;
  /** Orders in the period; more than `checked` when there was no time for all. */
  orders: number;
  changed: number;
  changedMinor: number;
  currency: string;
  moves: readonly Readonly<{ from: SourcePath; to: SourcePath; orders: number }>[];
  examples: readonly Readonly<{
    orderId: number;
    number: string;
    from: SourcePath;
    to: SourcePath;
  }>[];
}>;

/** A channel or a branch of one, as people named, coloured and merged it. */
export type SourceNode = Readonly<{
  id: number;
  /** Where it is shown, after merges; null for a channel. */
  parentId: number | null;
  key: string;
  name: string;
  colour: string | null;
  mergedInto: number | null;
  /** Orders whose source this is under the standard model, without its branches. */
  orders: number;
}>;

/** Every source that orders have led to, and what people changed of them, newest first. */
export type SourceTree = Readonly<{
  sources: readonly SourceNode[];
  changes: readonly SourceChange[];
}>;

/**
 * The same orders by channel under every model; money is 0 where the profile may not see revenue.
 */
export type ModelComparison = Readonly<{
  models: readonly Model[];
  currency: string;
  /** Orders in 1/10,000 and money by model, in the order of `models`. */
  rows: readonly Readonly<{
    channelId: number;
    key: string;
    name: string;
    colour: string | null;
    parts: readonly number[];
    sumMinor: readonly number[];
  }>[];
  orders: number;
  waiting: number;
  money: boolean;
}>;

/** What a file holds, before anything is taken from it. */
export type TouchFileHead = Readonly<{
  uploadId: string;
  fileName: string;
  /** For example `csv; windows-1251; «;»`. */
  format: string;
  headers: readonly string[];
  sample: readonly (readonly string[])[];
  mapping: TouchMapping;
  /** Where the mapping came from: an earlier import, known headers, or nowhere. */
  mappingFrom: 'remembered' | 'recognised' | 'nowhere';
}>;

const mapping = z.strictObject({
  columns: z.partialRecord(z.enum(TOUCH_ROLES), z.string().max(300)),
  kind: z.enum(['visit', 'call', 'lead']),
  zone: z.string().max(60),
});

/** Where orders came from, and why. Everything that changes needs the right `edit-settings`. */
export const attribution = {
  /** The whole evidence of an order, as the rules in force see it now. */
  explain: ask('list', z.strictObject({ orderId: id })).gives<Explanation>(),
  /** The newest orders with that number, or the order with that id; at most ten. */
  find: ask('list', z.strictObject({ text: z.string().trim().min(1).max(60) })).gives<
    readonly number[]
  >(),
  rules: ask('list', z.strictObject({})).gives<RulesView>(),
  /** What would change in the last days if these rules were in force; nothing is stored. */
  tryRules: ask(
    'report',
    z.strictObject({ rules, days: z.int().min(1).max(3660) }),
  ).gives<RulesPreview>(),
  /** Puts rules in force; `conflict` `attribution.rules-changed` when others did meanwhile. */
  applyRules: ask('core', z.strictObject({ rules, basedOn: z.int().min(0) })).gives<RulesView>(),
  sources: ask('report', z.strictObject({})).gives<SourceTree>(),
  /** Orders and money by channel under every model, side by side; days of creation. */
  compareModels: ask('report', z.strictObject({ from: day, to: day })).gives<ModelComparison>(),
  changeSource: ask(
    'core',
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('rename'), sourceId: id, name: level }),
      z.strictObject({
        kind: z.literal('colour'),
        sourceId: id,
        colour: z
          .string()
          .regex(/^#[0-9a-f]{6}$/)
          .nullable(),
      }),
      z.strictObject({ kind: z.literal('merge'), sourceId: id, into: id }),
      /** Takes a merged source out again. */
      z.strictObject({ kind: z.literal('split'), sourceId: id }),
    ]),
  ).gives<SourceChange>(),
  undoSourceChange: ask('core', z.strictObject({ changeId: id })).gives<null>(),
  imports: ask('list', z.strictObject({})).gives<readonly TouchImport[]>(),
  /** Starts to hand over a file; the bytes follow in parts. */
  beginUpload: ask('core', z.strictObject({ fileName: z.string().min(1).max(260) })).gives<
    Readonly<{ uploadId: string }>
  >(),
  /** The next part, base64. */
  addBytes: ask(
    'core',
    z.strictObject({ uploadId: z.string().max(40), bytes: z.string().max(1_000_000) }),
  ).gives<null>(),
  /** Looks into the file that was handed over. */
  inspectUpload: ask(
    'core',
    z.strictObject({ uploadId: z.string().max(40) }),
  ).gives<TouchFileHead>(),
  dropUpload: ask('core', z.strictObject({ uploadId: z.string().max(40) })).gives<null>(),
  /** Takes the file in: wholly, with its wrong rows listed, or not at all. */
  importTouches: ask(
    'core',
    z.strictObject({ uploadId: z.string().max(40), mapping }),
  ).gives<TouchImport>(),
  removeImport: ask('core', z.strictObject({ importId: id })).gives<null>(),
  /** Conclusions, rules, sources or imports changed. */
  changed: announcement<Readonly<{ waiting: number }>>(),
  importing: announcement<Readonly<{ fileName: string; bytes: number; size: number }>>(),
};
