import type { ChainClock } from '../chain-clock.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { City, World } from '../world/world.ts';
import { readUuids, Refusal } from './exchange.ts';

/** What every answer is made from. */
export type ChainContext = Readonly<{
  world: World;
  book: OrderBook;
  clock: ChainClock;
  /** More orders than this in one window answer end as 422. */
  maxOrdersPerAnswer: number;
  /** Zones that somebody loaded from a map, by city; the world's own where nobody did. */
  loadedZones: Map<string, readonly LoadedZone[]>;
}>;

/** A zone as iiko keeps it: a name and one ring. */
export type LoadedZone = Readonly<{
  name: string;
  coordinates: readonly Readonly<{ latitude: number; longitude: number }>[];
}>;

/** The body of a request, read as an object. */
export type Body = Record<string, unknown>;

/** What an answer carries beside its correlation id. */
export type AnswerFields = Readonly<Record<string, unknown>>;

/** The cities a request names; unknown ones give nothing, as in the field. */
export function citiesOf(context: ChainContext, body: Body, required: boolean): City[] {
  const ids = readUuids(body, 'organizationIds');
  if (ids === null && required) throw new Refusal(400, "Field 'organizationIds' is required.");
  if (ids === null) return [...context.world.cities];
  const wanted = new Set(ids.map((id) => id.toLowerCase()));
  return context.world.cities.filter((city) => wanted.has(city.id));
}
