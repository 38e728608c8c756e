import { Dice, hashText, mix, uuidOf } from '../seeded.ts';
import { CITIES, type CityFacts, type VenueFacts } from './cities.ts';
import { catalogue, type Catalogue } from './catalogue.ts';
import { MALE_NAMES, SURNAMES } from './names.ts';
import { zoneShapes, type ZoneShape } from './zone-shapes.ts';

/** Somebody who works in the chain. */
export type Employee = Readonly<{
  id: string;
  name: string;
  firstName: string;
  lastName: string;
  phone: string | null;
}>;

/** A venue with everything derived from the seed. */
export type Venue = Readonly<{
  id: string;
  index: number;
  facts: VenueFacts;
  salt: number;
  regionId: string;
  zones: readonly ZoneShape[];
  streets: readonly Readonly<{ id: string; name: string; zone: number }>[];
  couriers: readonly Employee[];
}>;

/** An organization of the chain: one city with its venues. */
export type City = Readonly<{
  id: string;
  cityId: string;
  index: number;
  facts: CityFacts;
  offsetMs: number;
  venues: readonly Venue[];
  operators: readonly Employee[];
}>;

/** The chain without its orders: places, people, dictionaries. A pure function of the seed. */
export type World = Readonly<{ seed: number; cities: readonly City[]; catalogue: Catalogue }>;

function employee(seed: number, role: string, dice: Dice): Employee {
  const firstName = dice.pick(MALE_NAMES);
  const lastName = dice.pick(SURNAMES);
  const phone = dice.chance(0.7) ? `+7943${String(dice.below(10_000_000)).padStart(7, '0')}` : null;
  return { id: uuidOf(seed, role), name: `${lastName} ${firstName}`, firstName, lastName, phone };
}

function team(seed: number, role: string, size: number): Employee[] {
  const dice = new Dice(hashText(seed, role));
  return Array.from({ length: size }, (_, i) => employee(seed, `${role}/${i}`, dice));
}

function createVenue(seed: number, code: string, facts: VenueFacts, index: number): Venue {
  const name = `${code}/venue/${index}`;
  const salt = hashText(seed, name);
  return {
    id: uuidOf(seed, name),
    index,
    facts,
    salt,
    regionId: uuidOf(seed, `${name}/region`),
    zones: zoneShapes(facts, facts.zones, mix(salt, 7)),
    streets: facts.streets.map((street, i) => ({
      id: uuidOf(seed, `${code}/street/${street}`),
      name: street,
      zone: i % 5,
    })),
    couriers: team(seed, `${name}/courier`, 12),
  };
}

function createCity(seed: number, facts: CityFacts, index: number): City {
  return {
    id: uuidOf(seed, `${facts.code}/organization`),
    cityId: uuidOf(seed, `${facts.code}/city`),
    index,
    facts,
    offsetMs: facts.offsetHours * 3_600_000,
    venues: facts.venues.map((venue, i) => createVenue(seed, facts.code, venue, i)),
    operators: team(seed, `${facts.code}/operator`, 5),
  };
}

/** Builds the chain of a seed. */
export function createWorld(seed: number): World {
  const cities = CITIES.map((facts, index) => createCity(seed, facts, index));
  return { seed, cities, catalogue: catalogue(seed) };
}

const DAY_MS = 86_400_000;
/** Days since 1970 that the city's wall clock shows at an instant. */
export const localDayAt = (city: City, instant: number): number =>
  Math.floor((instant + city.offsetMs) / DAY_MS);
/** First instant of a local day. */
export const dayStart = (city: City, day: number): number => day * DAY_MS - city.offsetMs;
/** Day number of `YYYY-MM-DD`; NaN when it is none. */
export const dayNumber = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY_MS;
