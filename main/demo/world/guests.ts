import { Dice, mix, writeUuid } from '../seeded.ts';
import { FEMALE_NAMES, MALE_NAMES, SURNAMES } from './names.ts';
import { BLACKLIST_REASONS, CUSTOMER_NOTES, POINT_COMMENTS } from './phrases.ts';
import type { Venue } from './world.ts';
import { pointInside, type GeoPoint } from './zone-shapes.ts';

/** Where somebody lives: always inside the zone that it names. */
export type Home = Readonly<{
  street: Readonly<{ id: string; name: string }>;
  house: string;
  building: string | null;
  flat: string | null;
  entrance: string | null;
  floor: string | null;
  doorphone: string | null;
  comment: string | null;
  zone: string;
  point: GeoPoint;
}>;

/** A guest in the chain's own base. */
export type Guest = Readonly<{
  id: string;
  name: string;
  surname: string | null;
  gender: 'Male' | 'Female' | 'NotSpecified';
  comment: string | null;
  blacklistReason: string | null;
  birthdate: string | null;
  phone: string;
}>;

const GUESTS_PER_VENUE = 6000;
const REGULARS = 300;
const SPREAD = Math.log(GUESTS_PER_VENUE / REGULARS + 1);

/** Which guest orders: few come often, most seldom (density falls as 1 / (rank + 300)). */
export function throwGuest(dice: Dice): number {
  return Math.min(GUESTS_PER_VENUE - 1, Math.floor(REGULARS * Math.expm1(dice.next() * SPREAD)));
}

function digits(dice: Dice, count: number): string {
  return String(dice.below(10 ** count)).padStart(count, '0');
}

/** Mobile codes that are given to nobody: no real person's number is ever shown. */
const PREFIXES = ['943', '944', '945', '946', '947', '948', '972', '973', '974', '975', '976'];
/** A mobile number in E.164 that looks Russian. */
export const mobile = (dice: Dice): string => `+7${dice.pick(PREFIXES)}${digits(dice, 7)}`;

/** `mix` loses nothing when one side is fixed, so no two guests of a venue share an id. */
function guestId(venue: Venue, rank: number): string {
  const a = mix(venue.salt ^ 0x6e57, rank);
  return writeUuid(a, mix(venue.salt, a), mix(a, 5), mix(a, 6));
}

/** The guest of a rank at a venue; the same for ever. */
export function guestAt(venue: Venue, rank: number): Guest {
  const dice = new Dice(mix(venue.salt, rank));
  const male = dice.chance(0.46);
  const surname = dice.pick(SURNAMES);
  const listed = dice.chance(0.008);
  return {
    phone: mobile(dice),
    id: guestId(venue, rank),
    name: dice.pick(male ? MALE_NAMES : FEMALE_NAMES),
    surname: dice.chance(0.45) ? (male ? surname : `${surname}а`) : null,
    gender: dice.chance(0.3) ? 'NotSpecified' : male ? 'Male' : 'Female',
    comment: dice.chance(0.08) ? dice.pick(CUSTOMER_NOTES) : null,
    blacklistReason: listed ? dice.pick(BLACKLIST_REASONS) : null,
    birthdate: dice.chance(0.25) ? birthdate(dice) : null,
  };
}

function birthdate(dice: Dice): string {
  const day = Date.UTC(1955 + dice.below(50), dice.below(12), 1 + dice.below(28));
  return `${new Date(day).toISOString().slice(0, 10)} 00:00:00.000`;
}

/** An address of the venue's zones; `salt` names the household. */
export function homeAt(venue: Venue, salt: number): Home {
  const dice = new Dice(mix(venue.salt ^ 0x40e, salt));
  const street = dice.pick(venue.streets);
  const number = 1 + Math.floor(90 * dice.next() ** 1.6);
  const shape = venue.zones[street.zone]!;
  const house = dice.chance(0.06) ? `${number}/${1 + dice.below(9)}` : String(number);
  const place = new Dice(mix(venue.salt, number * 64 + venue.streets.indexOf(street)));
  const office = dice.chance(0.07);
  const optional = (probability: number, value: () => string): string | null =>
    dice.chance(probability) ? value() : null;
  return {
    street,
    house: dice.chance(0.05) ? `${house}${dice.pick(['А', 'Б', 'В', 'Г'])}` : house,
    building: optional(0.18, () => String(1 + dice.below(5))),
    flat: office ? null : optional(0.92, () => String(1 + dice.below(240))),
    entrance: optional(0.7, () => String(1 + dice.below(8))),
    floor: optional(0.7, () => String(1 + dice.below(17))),
    doorphone: optional(0.4, () => `${1 + dice.below(240)}К${digits(dice, 4)}`),
    comment: optional(0.15, () => dice.pick(POINT_COMMENTS)),
    zone: shape.name,
    point: pointInside(shape, place.next(), place.next()),
  };
}
