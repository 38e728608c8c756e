import type { Instant } from './orders/order.ts';

/**
 * Why a chain of revisions ended; null while it is open. `refused`: the login has no right to changes;
 * `no-clock`: the vendor's answers had no date, so none could begin.
 */
export type ChainBreak =
  | 'too-old'
  | 'behind'
  | 'revision-back'
  | 'server-clock'
  | 'unreadable'
  | 'scope'
  | 'refused'
  | 'no-clock';

/**
 * An unbroken stretch of revisions: everything that changed after `fromRevision` up to
 * `toRevision` was asked for. Moments are the vendor's clock.
 */
export type ChainSegment = Readonly<{
  fromRevision: number;
  fromAt: Instant;
  toRevision: number;
  toAt: Instant;
  broken: ChainBreak | null;
}>;

/** What an answer by revision says about itself. */
export type RevisionAnswer = Readonly<{
  maxRevision: number;
  serverTime: Instant;
  /** Something came that can not even be told apart by an id. */
  nameless: boolean;
}>;

/** Nobody tells changes to this login: another try to follow them fails just so until something is mended. */
export const isUntold = ({ broken }: Pick<ChainSegment, 'broken'>): boolean =>
  broken === 'refused' || broken === 'no-clock';

/** Whether the stretch's moments are the vendor's: one that could not begin was dated by this PC. */
export const isDated = ({ broken }: Pick<ChainSegment, 'broken'>): boolean => broken !== 'no-clock';

/** Servers behind one address may differ by so much without anything being wrong. */
const CLOCK_TOLERANCE_MS = 120_000;

/**
 * Whether the vendor no longer answers without a hole what changed since the stretch ended: `lagMs`
 * is how far behind it does (`iiko-api.md` 1.3: three hours).
 */
export const isBehind = (
  { toAt }: Pick<ChainSegment, 'toAt'>,
  serverTime: Instant,
  lagMs: number,
): boolean => serverTime - toAt > lagMs;

/**
 * Whether an answer continues the chain: null when it does, else why the chain ends there.
 * `lagMs` as in `isBehind`.
 */
export function breakOf(
  segment: ChainSegment,
  answer: RevisionAnswer,
  lagMs: number,
): ChainBreak | null {
  if (isBehind(segment, answer.serverTime, lagMs)) return 'behind';
  if (segment.toAt - answer.serverTime > CLOCK_TOLERANCE_MS) return 'server-clock';
  if (answer.maxRevision < segment.toRevision) return 'revision-back';
  return answer.nameless ? 'unreadable' : null;
}

/** True when the stretch shows every change with this version. */
export const showsVersion = (segment: ChainSegment, version: number): boolean =>
  segment.fromRevision < version && version <= segment.toRevision;

/** The newest stretch that reaches from before `from` to `to`; undefined when none does. */
export function segmentOver(
  segments: readonly ChainSegment[],
  from: Instant,
  to: Instant,
): ChainSegment | undefined {
  return segments.findLast(({ fromAt, toAt }) => fromAt <= from && toAt >= to);
}
