import type { City, Venue } from '../world/world.ts';
import { outlineOf } from '../world/zone-shapes.ts';
import {
  citiesOf,
  type AnswerFields,
  type Body,
  type ChainContext,
  type LoadedZone,
} from './chain-context.ts';

const MIDNIGHT = 1440;

/** A night venue works all day; the others from eleven to eleven. */
const hoursOf = (venue: Venue): [number, number] =>
  venue.facts.roundTheClock ? [0, MIDNIGHT] : [660, 1380];

function rulesOf(context: ChainContext, city: City, venue: Venue) {
  const [from, to] = hoursOf(venue);
  return venue.zones.map((zone, place) => ({
    minSum: place === 0 ? 500 : 800,
    terminalGroupId: venue.id,
    organizationId: city.id,
    zone: zone.name,
    weekMap: 127,
    from,
    to,
    priority: 0,
    deliveryDurationInMinutes: place === 0 ? 45 : 60,
    deliveryServiceProductId: context.world.catalogue.fees[place === 0 ? 0 : 1]!.id,
  }));
}

const zonesOf = (venue: Venue): LoadedZone[] =>
  venue.zones.map((zone) => ({ name: zone.name, coordinates: outlineOf(zone) }));

function restrictionsOf(context: ChainContext, city: City) {
  const zones = context.loadedZones.get(city.id) ?? city.venues.flatMap(zonesOf);
  return {
    organizationId: city.id,
    deliveryGeocodeServiceType: 1,
    deliveryRegionsMapUrl: null,
    defaultDeliveryDurationInMinutes: 60,
    defaultSelfServiceDurationInMinutes: 20,
    useSameDeliveryDuration: false,
    useSameMinSum: false,
    defaultMinSum: 500,
    useSameWorkTimeInterval: false,
    defaultFrom: 660,
    defaultTo: 1380,
    useSameRestrictionsOnAllWeek: true,
    restrictions: city.venues.flatMap((venue) => rulesOf(context, city, venue)),
    deliveryZones: zones.map((zone) => ({ ...zone, addresses: [] })),
    rejectOnGeocodingError: false,
    addDeliveryServiceCost: true,
    useSameDeliveryServiceProduct: false,
    defaultDeliveryServiceProductId: null,
    useExternalAssignationService: false,
    frontTrustsCallCenterCheck: true,
    externalAssignationServiceUrl: null,
    requireExactAddressForGeocoding: false,
    zonesMode: 1,
    autoAssignExternalDeliveries: false,
    actionOnValidationRejection: 1,
  };
}

/** `/api/1/delivery_restrictions`: the zones with their outlines, hours and least sums. */
export function deliveryRestrictions(context: ChainContext, body: Body): AnswerFields {
  const cities = citiesOf(context, body, true);
  return { deliveryRestrictions: cities.map((city) => restrictionsOf(context, city)) };
}
