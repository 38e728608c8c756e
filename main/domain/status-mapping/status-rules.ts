import { isBeforeKitchen, isHandedOver, type Stage } from '../orders/stage.ts';
import { stageOfStatus } from './status-vocabulary.ts';

/** A move between two statuses of one system. */
export type StatusMove = Readonly<{ system: string; from: string; to: string }>;

/** A person's word on a move. */
export type MoveRule = StatusMove & Readonly<{ allowed: boolean }>;

/** The longest time an order may stay in a status, in whole minutes. */
export type TimeLimit = Readonly<{ system: string; status: string; minutes: number }>;

/** Whose order it is: of a customer that iiko knows, or of somebody who ordered this once. */
export const CLIENT_TYPES = ['regular', 'one-time'] as const;

/** What kind of customer one order is of. */
export type ClientType = (typeof CLIENT_TYPES)[number];

/** A status that is not in the set of a type of client (`crm-marketplace.md` 4.3, ST4). */
export type ClientRule = Readonly<{ system: string; status: string; client: ClientType }>;

/** Everything that a person ruled; moves that nobody ruled are as usual. */
export type StatusRules = Readonly<{
  moves: readonly MoveRule[];
  limits: readonly TimeLimit[];
  clients: readonly ClientRule[];
}>;

/** Whether orders of a type of client may have a status: all may, until a person says otherwise. */
export const isInSet = (rules: readonly ClientRule[], asked: ClientRule): boolean =>
  !rules.some(
    ({ system, status, client }) =>
      system === asked.system && status === asked.status && client === asked.client,
  );

/** The longest limit that may be set: a week. */
export const MOST_LIMIT_MINUTES = 7 * 24 * 60;

const IN_KITCHEN: ReadonlySet<Stage> = new Set<Stage>(['cooking', 'cooked']);
const WITH_COURIER: ReadonlySet<Stage> = new Set<Stage>(['on-way', 'delivered']);

/**
 * What the program says of a move until a person says otherwise. Closed and cancelled are final,
 * what is cooked is not ordered anew, and what left does not come back into the kitchen; every
 * other step back is one that iiko itself makes (`iiko-api.md` 1.5). Unknown stages may do anything.
 */
export function isUsualMove(from: Stage, to: Stage): boolean {
  if (from === to || from === 'unknown' || to === 'unknown') return true;
  if (from === 'closed' || from === 'cancelled') return false;
  if (isBeforeKitchen(to)) return isBeforeKitchen(from);
  return !(IN_KITCHEN.has(to) && WITH_COURIER.has(from));
}

/** Whether an order may go from one status to the other: the rule for it, else the usual. */
export function isAllowedMove(rules: readonly MoveRule[], move: StatusMove): boolean {
  const rule = rules.find(
    ({ system, from, to }) => system === move.system && from === move.from && to === move.to,
  );
  if (rule) return rule.allowed;
  return isUsualMove(stageOfStatus(move.system, move.from), stageOfStatus(move.system, move.to));
}

/** A stay of an order in a status; `until` null: it is there still. Instants in milliseconds. */
export type StatusStay = Readonly<{ status: string; from: number; until: number | null }>;

/** What an order did against the rules. */
export type StatusBreach =
  | Readonly<{ type: 'move'; from: string; to: string; at: number }>
  | Readonly<{ type: 'client'; status: string; client: ClientType; at: number }>
  | Readonly<{ type: 'time'; status: string; at: number; stayedMs: number; limitMs: number }>;

/** An order with the statuses it went through. */
export type StayingOrder = Readonly<{
  system: string;
  client: ClientType;
  stays: readonly StatusStay[];
}>;

/** Every breach of one order's stays, in their order in time; a final status has no limit. */
export function breachesOf(
  { system, client, stays }: StayingOrder,
  rules: StatusRules,
  now: number,
): readonly StatusBreach[] {
  const found: StatusBreach[] = [];
  stays.forEach(({ status, from, until }, at) => {
    const before = stays[at - 1];
    const move = before && { system, from: before.status, to: status };
    if (move && !isAllowedMove(rules.moves, move)) {
      found.push({ type: 'move', from: move.from, to: move.to, at: from });
    }
    if (!isInSet(rules.clients, { system, status, client })) {
      found.push({ type: 'client', status, client, at: from });
    }
    const limit = rules.limits.find((one) => one.system === system && one.status === status);
    if (!limit || (until === null && isHandedOver(stageOfStatus(system, status)))) return;
    const stayedMs = (until ?? now) - from;
    const limitMs = limit.minutes * 60_000;
    if (stayedMs > limitMs) found.push({ type: 'time', status, at: from, stayedMs, limitMs });
  });
  return found;
}
