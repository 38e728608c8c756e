import { Dice, mix } from '../seeded.ts';
import { CHANNELS, type Channel, type OrderTypeKey } from '../world/directory-facts.ts';
import { dayStart, type City, type Venue, type World } from '../world/world.ts';
import { isNight, minuteOfDay } from './day-shape.ts';
import { orderId, packKey, type OrderKey } from './order-key.ts';
import { lifeOf, type Change } from './order-life.ts';

/** Everything about an order that decides when it changes; the rest is made when it is shown. */
export type OrderPlan = Readonly<{
  id: string;
  key: OrderKey;
  packed: number;
  /** Number that the order's contents are thrown from; both halves of a transfer share it. */
  salt: number;
  city: City;
  venue: Venue;
  channel: Channel;
  type: OrderTypeKey;
  preOrder: boolean;
  createdAt: number;
  promisedAt: number;
  cookingStartAt: number;
  /** The other half of a transfer. */
  twin: Readonly<{ id: string; venue: Venue }> | null;
  /** In time order; the moments are those of the transport server: they are the revisions. */
  changes: readonly Change[];
}>;

const MINUTE = 60_000;
const FIVE = 5 * MINUTE;
/** How many days ahead the earliest pre-order is taken. */
export const PRE_ORDER_DAYS = 5;

type Draft = Omit<OrderPlan, 'changes' | 'id' | 'packed' | 'twin'>;

function throwType(dice: Dice, channel: Channel): OrderTypeKey {
  if (channel === 'hall') return 'hall';
  if (channel === 'yandex') return dice.chance(0.75) ? 'yandexCourier' : 'courier';
  if (channel === 'kuper') return dice.chance(0.6) ? 'kuperCourier' : 'courier';
  return dice.chance(channel === 'call-centre' ? 0.18 : 0.24) ? 'pickup' : 'courier';
}

/** Minutes from the promise back to the taking of the order. */
function throwLead(dice: Dice, type: OrderTypeKey, preOrder: boolean): number {
  if (preOrder) return dice.chance(0.7) ? dice.between(150, 900) : dice.between(900, 6600);
  if (type === 'hall') return dice.between(15, 30);
  return type === 'courier' ? dice.between(45, 90) : dice.between(22, 45);
}

function throwVenue(dice: Dice, city: City, minute: number): Venue {
  const [first, second] = city.venues as [Venue, Venue | undefined];
  const share = dice.next();
  if (!second || isNight(minute)) return first;
  return share < first.facts.share ? first : second;
}

/** Pre-orders and people's orders are promised at round times, machines count exactly. */
function promiseOf(city: City, day: number, minute: number, round: boolean): number {
  const exact = dayStart(city, day) + minute * MINUTE;
  return round ? Math.floor(exact / FIVE) * FIVE : Math.floor(exact / 1000) * 1000;
}

function draftOrder(city: City, day: number, index: number, count: number, salt: number): Draft {
  const dice = new Dice(salt);
  // Spread evenly over the day's shape, so that numbers grow with time as on a real register.
  const minute = minuteOfDay((index + dice.next()) / count, city.venues[0]!.facts.roundTheClock);
  const venue = throwVenue(dice, city, minute);
  const channel = dice.weighted(CHANNEL_WEIGHTS);
  const type = throwType(dice, channel);
  const preOrder = channel !== 'hall' && dice.chance(0.09);
  const round = preOrder || channel === 'call-centre' || channel === 'hall';
  const promisedAt = promiseOf(city, day, minute, round);
  const createdAt = Math.floor(promisedAt - throwLead(dice, type, preOrder) * MINUTE);
  const cooking = (type === 'courier' ? 50 : 22) * MINUTE;
  const cookingStartAt = Math.max(createdAt + MINUTE, promisedAt - cooking);
  const key = { city: city.index, day, index, part: 0 } as const;
  const base = { key, salt, city, venue, channel, type, preOrder };
  return { ...base, createdAt, promisedAt, cookingStartAt };
}

const CHANNEL_WEIGHTS = CHANNELS.map(({ channel, weight }) => [channel, weight] as const);

const finish = (world: World, draft: Draft, twin: OrderPlan['twin'], changes: Change[]) => {
  const packed = packKey(draft.key);
  return { ...draft, packed, id: orderId(world.seed, packed, 'cloud'), twin, changes };
};

/**
 * The order at a place of a city's day of `count` orders: one plan, or two when it is transferred
 * to another venue.
 * A pure function of the seed and the key: nothing needs to be remembered.
 */
export function planOrders(
  world: World,
  city: City,
  day: number,
  index: number,
  count: number,
): OrderPlan[] {
  const salt = mix(mix(world.seed, city.index * 65_536 + day), index);
  const draft = draftOrder(city, day, index, count, salt);
  const other = city.venues.find((venue) => venue !== draft.venue);
  const life = lifeOf(draft, new Dice(mix(salt, 2)), other !== undefined);
  if (!life.moved || !other) return [finish(world, draft, null, life.changes)];
  const second: Draft = { ...draft, venue: other, key: { ...draft.key, part: 1 } };
  const idOf = (half: Draft): string => orderId(world.seed, packKey(half.key), 'cloud');
  return [
    finish(world, draft, { id: idOf(second), venue: other }, life.changes),
    finish(world, second, { id: idOf(draft), venue: draft.venue }, life.moved),
  ];
}
