import type { WireTerminalGroup } from '../../sources/iiko-cloud/wire-dictionaries.ts';
import type { City, Venue } from '../world/world.ts';
import { citiesOf, type AnswerFields, type Body, type ChainContext } from './chain-context.ts';
import { readTexts, readUuids, Refusal } from './exchange.ts';

function organizationSettings(context: ChainContext, city: City) {
  const { facts } = city;
  const main = city.venues[0]!.facts;
  return {
    name: facts.organization,
    country: 'Россия',
    restaurantAddress: main.address,
    latitude: main.latitude,
    longitude: main.longitude,
    useUaeAddressingSystem: false,
    version: main.posVersion,
    currencyIsoName: 'RUB',
    countryPhoneCode: facts.phoneCode,
    marketingSourceRequiredInDelivery: facts.marketingSourceRequired,
    defaultDeliveryCityId: city.cityId,
    deliveryCityIds: [city.cityId],
    deliveryServiceType: 'CourierAndSelfService',
    deliveryOrderPaymentSettings: 'WhenOrderClosed',
    defaultCallCenterPaymentTypeId: context.world.catalogue.paymentTypes.cash.id,
    orderItemCommentEnabled: true,
    addressFormatType: facts.addressFormat,
    isConfirmationEnabled: true,
    confirmAllowedIntervalInMinutes: 2160,
    isAnonymousGuestsAllowed: true,
    addressLookup: ['DaData'],
  };
}

const simple = (city: City) => ({
  responseType: 'Simple',
  id: city.id,
  name: city.facts.organization,
  code: city.facts.code,
});

const extended = (context: ChainContext, city: City) => ({
  ...simple(city),
  ...organizationSettings(context, city),
  responseType: 'Extended',
  currencyMinimumDenomination: 0.01,
  inn: city.facts.inn,
  isCloud: true,
});

/** Settings that only `organizations/settings` tells. */
const TAX_SETTINGS = {
  pricesVatInclusive: true,
  loyaltyDiscountAffectsVat: false,
  useBusinessHoursAndMapping: false,
};

/** `/api/1/organizations`: simple unless additional information is asked for. */
export function organizations(context: ChainContext, body: Body): AnswerFields {
  const full = body['returnAdditionalInfo'] === true;
  const cities = citiesOf(context, body, false);
  return {
    organizations: cities.map((city) => (full ? extended(context, city) : simple(city))),
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `/api/1/organizations/settings`: only what `parameters` names; all when it names nothing. */
export function organizationsSettings(context: ChainContext, body: Body): AnswerFields {
  const asked = readTexts(body, 'parameters')?.map(lowerFirst) ?? [];
  const rows = citiesOf(context, body, false).map((city) => {
    const all = Object.entries({ ...organizationSettings(context, city), ...TAX_SETTINGS });
    const chosen = all.filter(([name]) => asked.length === 0 || asked.includes(name));
    return { id: city.id, ...Object.fromEntries(chosen) };
  });
  return { organizations: rows };
}

/** A terminal group as the API writes it. */
export const terminalGroup = (city: City, venue: Venue): WireTerminalGroup => ({
  id: venue.id,
  organizationId: city.id,
  name: venue.facts.name,
  address: venue.facts.address,
  timeZone: city.facts.zone,
  posVersion: venue.facts.posVersion,
});

/** `/api/1/terminal_groups`. The list of sleeping ones names a till that nobody switched on. */
export function terminalGroups(context: ChainContext, body: Body): AnswerFields {
  const cities = citiesOf(context, body, true);
  const asleep = cities.filter((city) => city.facts.code === 'NSK');
  const sleeping = (city: City) => ({
    ...terminalGroup(city, city.venues[0]!),
    id: context.world.catalogue.sleepingVenue,
    name: 'Летняя веранда',
  });
  return {
    terminalGroups: cities.map((city) => ({
      organizationId: city.id,
      items: city.venues.map((venue) => terminalGroup(city, venue)),
    })),
    terminalGroupsInSleep: asleep.map((city) => ({
      organizationId: city.id,
      items: [sleeping(city)],
    })),
  };
}

/** `/api/1/terminal_groups/is_alive`: every venue of the chain answers, the sleeping till does not. */
export function aliveTerminalGroups(context: ChainContext, body: Body): AnswerFields {
  const ids = readUuids(body, 'terminalGroupIds');
  if (ids === null) throw new Refusal(400, "Field 'terminalGroupIds' is required.");
  const rows = citiesOf(context, body, false).flatMap((city) => {
    const own = new Set(city.venues.map((venue) => venue.id));
    const asleep = city.facts.code === 'NSK' ? context.world.catalogue.sleepingVenue : null;
    return ids
      .filter((id) => own.has(id) || id === asleep)
      .map((id) => ({ isAlive: own.has(id), terminalGroupId: id, organizationId: city.id }));
  });
  return { isAliveStatus: rows };
}
