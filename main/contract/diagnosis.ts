import { z } from 'zod';
import type { Checklist } from '../domain/diagnosis/checklist.ts';
import type { Verdict } from '../domain/diagnosis/diagnosis.ts';
import type { Link, LinkJudgement } from '../domain/diagnosis/diagnosis-link.ts';
import type { IntakeRoute } from '../domain/diagnosis/intake-route.ts';
import { LAST_RESORT, type LastResortState } from '../domain/diagnosis/last-resort.ts';
import type { Instant } from '../domain/orders/order.ts';
import type { PortAnswer, TakenPort } from '../domain/diagnosis/port-answer.ts';
import type { VersionNeed } from '../domain/diagnosis/version-needs.ts';
import { announcement, ask } from './define.ts';

const address = z.string().trim().min(1).max(500);

/** What a person tells of the set-up; null: not known. Asked once and kept. */
const setUp = z.strictObject({
  venues: z.enum(['one', 'chain']).nullable(),
  delivery: z.enum(['terminal', 'centralised']).nullable(),
  tariff: z.enum(['start', 'other']).nullable(),
  callCentreUrl: address.nullable(),
  /** The venue (iiko: terminal group) of this till. */
  venueId: z.int().positive().nullable(),
});

/** What a person told of the set-up, with null for what nobody told. */
export type DiagnosisSetUp = z.output<typeof setUp>;

/** One link of the way, as far as the walk came. */
export type DiagnosedLink = Readonly<{ link: Link; elapsedMs: number }> &
  (LinkJudgement | Readonly<{ state: 'not-reached' }>);

/** One till whose files were found. */
export type FoundTill = Readonly<{ place: string; owner: string; modifiedAt: Instant }>;

const question = z.strictObject({
  /** A folder to look in; null: this PC's own iiko folders. */
  root: z.string().min(1).max(1000).nullable(),
  /** The folder was brought from another PC: its own network can not be asked from here. */
  brought: z.boolean(),
  /** Which till of several, by its folder; null: the one whose files changed last. */
  place: z.string().max(1000).nullable(),
  /** Number of a test order. */
  testOrder: z.string().trim().min(1).max(60).nullable(),
  /** For this run instead of what is kept. */
  setUp: setUp.partial().nullable(),
});

/** Where a diagnosis looks, and what is asked apart from what is kept. */
export type DiagnosisQuestion = z.output<typeof question>;

/** Zones as they were before anybody touched them. */
export type KeptZonesMark = Readonly<{
  organizationId: number;
  at: Instant;
  zones: number;
  rules: number;
  hash: string;
}>;

/** One rule of the kept zones, for restoring it by hand in iikoOffice. */
export type KeptZoneRule = Readonly<{
  zone: string;
  venue: string;
  /** Minutes from midnight. */
  from: number | null;
  to: number | null;
  weekMap: number | null;
  minSum: number | null;
  durationMinutes: number | null;
}>;

/** A finished diagnosis. */
export type DiagnosisReport = Readonly<{
  runId: number;
  at: Instant;
  question: DiagnosisQuestion;
  /** The till that was looked at; null when no files were found. */
  till: FoundTill | null;
  tills: readonly FoundTill[];
  links: readonly DiagnosedLink[];
  verdict: Verdict;
  /** Zones as they were kept before anything was advised; null: no connection knows them. */
  keptZones: KeptZonesMark | null;
  lastResort: readonly LastResortState[];
}>;

/** Why deliveries do not reach the terminal: read-only checks up to the first proven cause. */
export const diagnosis = {
  setUp: ask('core', z.strictObject({})).gives<
    Readonly<{
      setUp: DiagnosisSetUp;
      venues: readonly Readonly<{ id: number; name: string; organization: string }>[];
    }>
  >(),
  saveSetUp: ask('core', setUp).gives<null>(),
  /** Walks the links; changes nothing but its own record. `busy` `diagnosis.running` when one walks. */
  run: ask('core', question).gives<DiagnosisReport>(),
  cancel: ask('core', z.strictObject({})).gives<null>(),
  last: ask('list', z.strictObject({})).gives<DiagnosisReport | null>(),
  /** Checks whether one of the five last steps is done; `conflict` `diagnosis.step-locked` when it is not its turn. */
  checkStep: ask(
    'core',
    z.strictObject({ step: z.enum(LAST_RESORT.map(({ step }) => step)) }),
  ).gives<DiagnosisReport>(),
  /** The rules that the zones of the last diagnosis had. */
  keptZones: ask('core', z.strictObject({})).gives<readonly KeptZoneRule[]>(),
  /** Licences, exports, aggregators and telephony, ticked where it can be proven; versions. */
  checklists: ask('core', z.strictObject({})).gives<
    Readonly<{
      lists: readonly Checklist[];
      versions: readonly VersionNeed[];
      /** The newest orders by the way they came in. */
      routes: Readonly<Record<IntakeRoute, number>>;
    }>
  >(),
  /** Marks an item that only a person can see to. */
  tick: ask(
    'core',
    z.strictObject({ item: z.string().min(1).max(80), done: z.boolean() }),
  ).gives<null>(),
  /** Knocks at a PBX's SIP port once by each transport and says who answered. */
  probePbx: ask(
    'core',
    z.strictObject({
      host: z
        .string()
        .trim()
        .regex(/^[\w.:-]{1,253}$/),
      port: z.int().min(1).max(65_535),
    }),
  ).gives<readonly PortAnswer[]>(),
  /** Ports of a call that another program on this PC holds; empty when a call can have them all. */
  takenPorts: ask('core', z.strictObject({})).gives<readonly TakenPort[]>(),
  /** A link was judged, or is being looked at (`judged` null). */
  progressed: announcement<Readonly<{ link: Link; judged: DiagnosedLink | null }>>(),
};
