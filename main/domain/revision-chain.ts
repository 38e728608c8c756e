import type { Instant } from './orders/order.ts';

/** Why a chain of revisions ended; null while it is open. */
export type ChainBreak =
  | 'too-old'
  | 'behind'
  | 'revision-back'
  | 'server-clock'
  | 'unreadable'
  | 'scope';

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
