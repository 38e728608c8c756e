import type {
  WireAddress,
  WireCustomer,
  WireDeliveryPoint,
  WireEmployee,
} from '../../sources/iiko-cloud/wire.ts';
import { Dice, mix } from '../seeded.ts';
import { guestAt, homeAt, mobile, throwGuest, type Home } from '../world/guests.ts';
import { FEMALE_NAMES, MALE_NAMES } from '../world/names.ts';
import type { City, Employee, Venue } from '../world/world.ts';
import type { OrderPlan } from './order-plan.ts';

/** Who ordered and where to bring it, as the order carries it. */
export type Party = Readonly<{
  customer: WireCustomer | null;
  phone: string;
  phoneExtension: string | null;
  deliveryPoint: WireDeliveryPoint | null;
  zone: string | null;
}>;

const AGGREGATOR_PHONES = { yandex: '+79430000101', kuper: '+79430000102' } as const;

function homeLine(home: Home): string {
  const flat = home.flat === null ? '' : `, кв. ${home.flat}`;
  return `${home.street.name}, д. ${home.house}${flat}`;
}

function wireAddress(city: City, venue: Venue, home: Home): WireAddress {
  const place = { id: city.cityId, name: city.facts.city };
  const short = city.facts.addressFormat === 'City';
  const street = { id: home.street.id, name: home.street.name, city: place };
  return {
    street: short ? null : street,
    index: null,
    house: short ? null : home.house,
    building: short ? null : home.building,
    flat: short ? null : home.flat,
    entrance: short ? null : home.entrance,
    floor: short ? null : home.floor,
    doorphone: short ? null : home.doorphone,
    region: short ? null : { id: venue.regionId, name: venue.facts.region },
    line1: short ? homeLine(home) : null,
  };
}

function wirePoint(plan: OrderPlan, home: Home, dice: Dice): WireDeliveryPoint {
  const { latitude, longitude } = home.point;
  return {
    coordinates: dice.chance(0.97) ? { latitude, longitude } : null,
    address: wireAddress(plan.city, plan.venue, home),
    externalCartographyId: null,
    comment: home.comment,
  };
}

function oneTime(plan: OrderPlan, dice: Dice): Omit<Party, 'deliveryPoint' | 'zone'> {
  const name = dice.pick(dice.chance(0.5) ? MALE_NAMES : FEMALE_NAMES);
  const phone = plan.channel === 'yandex' ? AGGREGATOR_PHONES.yandex : AGGREGATOR_PHONES.kuper;
  const extension = dice.chance(0.7) ? String(10_000 + dice.below(89_999)) : null;
  return { customer: { type: 'one-time', name }, phone, phoneExtension: extension };
}

function regular(venue: Venue, rank: number): Omit<Party, 'deliveryPoint' | 'zone'> {
  const { phone, blacklistReason, ...guest } = guestAt(venue, rank);
  const customer: WireCustomer = {
    type: 'regular',
    id: guest.id,
    name: guest.name,
    surname: guest.surname,
    comment: guest.comment,
    gender: guest.gender,
    inBlacklist: blacklistReason !== null,
    blacklistReason,
    birthdate: guest.birthdate,
  };
  return { customer, phone, phoneExtension: null };
}

/** Aggregators hide their guests; the chain's own guests are known and come back. */
export function partyOf(plan: OrderPlan): Party {
  const dice = new Dice(mix(plan.salt, 4));
  const aggregated = plan.channel === 'yandex' || plan.channel === 'kuper';
  // A transferred order stays the same guest's: guests belong to the first venue.
  const homeVenue = plan.key.part === 1 ? plan.twin!.venue : plan.venue;
  const rank = throwGuest(dice);
  const stranger = aggregated || dice.chance(0.03);
  const who = stranger ? oneTime(plan, dice) : regular(homeVenue, rank);
  const phone =
    stranger && !aggregated ? { ...who, phone: mobile(dice), phoneExtension: null } : who;
  if (plan.channel === 'hall') {
    return { customer: null, phone: '', phoneExtension: null, deliveryPoint: null, zone: null };
  }
  if (plan.type !== 'courier') return { ...phone, deliveryPoint: null, zone: null };
  const elsewhere = dice.chance(0.12);
  const home = homeAt(homeVenue, stranger || elsewhere ? mix(plan.salt, 6) : rank);
  return { ...phone, deliveryPoint: wirePoint(plan, home, dice), zone: home.zone };
}

const wireEmployee = ({ id, name, phone }: Employee): WireEmployee => ({ id, name, phone });

/** The operator who took the order; machines have none. */
export function operatorOf(plan: OrderPlan): WireEmployee | null {
  if (plan.channel !== 'call-centre' && plan.channel !== 'hall') return null;
  return wireEmployee(plan.city.operators[plan.salt % plan.city.operators.length]!);
}

/** The courier: the first one assigned, or the one who took over. */
export function courierOf(plan: OrderPlan, turn: 0 | 1 | 2): WireEmployee | null {
  if (turn === 0) return null;
  const couriers = plan.venue.couriers;
  return wireEmployee(couriers[(plan.salt + (turn - 1) * 5) % couriers.length]!);
}
