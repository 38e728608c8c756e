import type { Dice } from '../seeded.ts';
import type { Channel, OrderTypeKey } from '../world/directory-facts.ts';

/** What can happen to an order. */
export type ChangeKind =
  | 'received'
  | 'rejected'
  | 'created'
  | 'confirmed'
  | 'confirmation-cancelled'
  | 'ready-for-cooking'
  | 'cooking-started'
  | 'cooking-completed'
  | 'packed'
  | 'courier-assigned'
  | 'courier-changed'
  | 'sent'
  | 'delivered'
  | 'closed'
  | 'cancelled'
  | 'moved'
  | 'problem'
  | 'problem-solved'
  | 'items-edited'
  | 'comment-edited'
  | 'promise-moved';

/** One change and the moment the transport server heard of it: UTC ms, the order's revision. */
export type Change = Readonly<{ at: number; what: ChangeKind }>;

type Course = Readonly<{
  channel: Channel;
  type: OrderTypeKey;
  preOrder: boolean;
  createdAt: number;
  promisedAt: number;
  cookingStartAt: number;
  venue: Readonly<{ facts: Readonly<{ legacy: boolean }> }>;
  city: Readonly<{ offsetMs: number }>;
}>;
type Step = [number, ChangeKind];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const isAggregator = (channel: Channel): boolean => channel === 'yandex' || channel === 'kuper';
const byOwnCourier = (course: Course): boolean => course.type === 'courier';

/** The order appears: some come through the API and are first only received. */
function beginning(course: Course, dice: Dice): Step[] {
  const throughApi = course.channel !== 'call-centre' && course.channel !== 'hall';
  const heard = course.createdAt + dice.between(400, 3000);
  const slow = throughApi && dice.chance(0.06);
  const steps: Step[] = slow ? [[heard, 'received']] : [];
  const created = slow ? heard + dice.between(4000, 25_000) : heard;
  steps.push([created, slow && dice.chance(0.04) ? 'rejected' : 'created']);
  return steps;
}

function confirming(course: Course, dice: Dice, from: number): Step[] {
  const auto = isAggregator(course.channel) || course.channel === 'hall';
  const confirmed = auto ? from + 150 : from + dice.between(0.4, 6) * MINUTE;
  const steps: Step[] = [[confirmed, 'confirmed']];
  if (!auto && dice.chance(0.008)) {
    steps.push([confirmed + 2 * MINUTE, 'confirmation-cancelled']);
    steps.push([confirmed + dice.between(4, 12) * MINUTE, 'confirmed']);
  }
  return steps;
}

/** How late the kitchen starts: mostly at once, sometimes late, seldom forgotten for hours. */
function kitchenDelay(dice: Dice): number {
  const kind = dice.next();
  if (kind < 0.006) return dice.between(60, 200) * MINUTE;
  return kind < 0.09 ? dice.between(6, 26) * MINUTE : dice.between(0, 4) * MINUTE;
}

/** How far from the promise the order is handed over; some couriers forget to say so till morning. */
function lateness(dice: Dice): number {
  const kind = dice.next();
  if (kind < 0.006) return dice.between(5, 12) * HOUR;
  if (kind < 0.04) return dice.between(18, 65) * MINUTE;
  return kind < 0.13 ? dice.between(1, 18) * MINUTE : dice.between(-18, -1) * MINUTE;
}

function cooking(course: Course, dice: Dice, confirmed: number): [Step[], number, number] {
  const start = Math.max(confirmed + 20_000, course.cookingStartAt) + kitchenDelay(dice);
  const least = start + (byOwnCourier(course) ? 26 : 12) * MINUTE;
  const handed = Math.max(least, course.promisedAt + lateness(dice));
  const part = (share: number): number => start + (handed - start) * share;
  const fast = byOwnCourier(course) ? 0.5 : 0.75;
  const steps: Step[] = [
    [start, 'cooking-started'],
    [part(fast * 0.8), 'cooking-completed'],
    [part(fast * 0.9), 'packed'],
  ];
  if (course.venue.facts.legacy) steps.unshift([start - 15_000, 'ready-for-cooking']);
  return [steps, part(fast), handed];
}

function driving(dice: Dice, packed: number, handed: number): Step[] {
  const steps: Step[] = [[packed - dice.between(1, 6) * MINUTE, 'courier-assigned']];
  if (dice.chance(0.02)) steps.push([packed + 20_000, 'courier-changed']);
  steps.push([packed + 40_000, 'sent'], [handed, 'delivered']);
  if (dice.chance(0.008)) {
    steps.push([handed + 1.5 * MINUTE, 'sent'], [handed + 9 * MINUTE, 'delivered']);
  }
  return steps;
}

/** Cash registers close in time, or at the end of the shift. */
function closing(dice: Dice, last: number): Step {
  const late = dice.chance(0.04);
  return [last + (late ? dice.between(2, 7) * HOUR : dice.between(0.5, 25) * MINUTE), 'closed'];
}

/** Things that happen beside the main road, each once at most, in the middle of the life. */
function sideEvents(dice: Dice, from: number, handed: number): Step[] {
  const steps: Step[] = [];
  const within = (low: number, high: number): number =>
    from + (handed - from) * dice.between(low, high);
  if (dice.chance(0.03)) steps.push([within(0.02, 0.3), 'items-edited']);
  if (dice.chance(0.03)) steps.push([within(0.05, 0.8), 'comment-edited']);
  if (dice.chance(0.012)) steps.push([within(0.05, 0.4), 'promise-moved']);
  if (dice.chance(0.028)) {
    const raised = within(0.4, 1.1);
    steps.push([raised, 'problem']);
    if (dice.chance(0.5)) steps.push([raised + dice.between(4, 40) * MINUTE, 'problem-solved']);
  }
  return steps;
}

/** An end before the end: everything after it never happens. */
function endEarly(steps: Step[], at: number, what: 'cancelled' | 'moved'): Step[] {
  return [...steps.filter(([when]) => when < at), [at, what]];
}

/** Whole milliseconds, in order, no two at once: an order has one change per revision. */
function settle(steps: Step[]): Change[] {
  let last = 0;
  return steps
    .toSorted((a, b) => a[0] - b[0])
    .map(([at, what]) => {
      last = Math.max(last + 1, Math.floor(at));
      return { at: last, what };
    });
}

function mainRoad(course: Course, dice: Dice, begun: number): [Step[], number] {
  const confirmation = confirming(course, dice, begun);
  const [kitchen, packed, handed] = cooking(course, dice, confirmation.at(-1)![0]);
  const steps = [...confirmation, ...kitchen];
  if (byOwnCourier(course)) steps.push(...driving(dice, packed, handed));
  else if (course.type === 'pickup') steps.push([handed, 'delivered']);
  steps.push(closing(dice, steps.at(-1)![0]), ...sideEvents(dice, begun, handed));
  return [steps, handed];
}

/** A promise moves within its own day only: an order stays in the day it was promised for. */
const staysInDay = (course: Course): boolean =>
  (course.promisedAt + course.city.offsetMs) % DAY < 23 * HOUR;

/**
 * The life of an order from its first sign to its end; `moved` is the life of the new order when
 * it is transferred to another venue. Statuses may step back as in the field (`iiko-api.md` 1.5).
 */
export function lifeOf(
  course: Course,
  dice: Dice,
  canMove: boolean,
): { changes: Change[]; moved: Change[] | null } {
  const begun = beginning(course, dice);
  const [at, what] = begun.at(-1)!;
  if (what === 'rejected') return { changes: settle(begun), moved: null };
  const [road, handed] = mainRoad(course, dice, at);
  const allowed = staysInDay(course) ? road : road.filter(([, kind]) => kind !== 'promise-moved');
  const steps = [...begun, ...allowed];
  const end = dice.next();
  if (canMove && end < 0.009) return transfer(steps, at + dice.between(1, 5) * MINUTE);
  if (end > 0.945) {
    const stop = at + (handed - at) * dice.between(0.02, 0.95);
    return { changes: settle(endEarly(steps, stop, 'cancelled')), moved: null };
  }
  return { changes: settle(steps), moved: null };
}

function transfer(steps: Step[], at: number): { changes: Change[]; moved: Change[] } {
  // The other venue's register is another one: only the main road is the same.
  const road = steps.filter(([, what]) => what !== 'ready-for-cooking');
  const second = road.filter(([when, what]) => when > at || what === 'confirmed');
  const later = second.map(([when, what]): Step => [Math.max(when, at + 9000), what]);
  const first = endEarly(steps, at, 'moved');
  return { changes: settle(first), moved: settle([[at + 6000, 'created'], ...later]) };
}
