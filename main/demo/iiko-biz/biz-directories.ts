import {
  couriers,
  marketingSources,
  nomenclature,
  orderTypes,
  paymentTypes,
} from '../answers/dictionaries.ts';
import { deliveryRestrictions } from '../answers/delivery-restrictions.ts';
import type { ChainContext } from '../answers/chain-context.ts';
import type { City } from '../world/world.ts';
import { cityOf } from './biz-orders.ts';

type Rows = readonly Record<string, unknown>[];
type Directory = (context: ChainContext, query: URLSearchParams) => unknown;

/** What Cloud answers for one organization, without its grouping. */
function groupOf(rows: unknown): Rows {
  const [group] = rows as readonly { items?: Rows }[];
  return group?.items ?? [];
}

const body = (city: City) => ({ organizationIds: [city.id] });

/** `organization/list`: every organization of the login. */
const bizOrganizations: Directory = ({ world }) =>
  world.cities.map((city) => ({
    id: city.id,
    name: city.facts.organization,
    description: null,
    logo: null,
    contact: { location: city.facts.city, phone: null, email: null },
    address: city.venues[0]!.facts.address,
    isActive: true,
    longitude: String(city.venues[0]!.facts.longitude),
    latitude: String(city.venues[0]!.facts.latitude),
    networkId: null,
    phone: null,
    website: null,
    workTime: null,
    currencyIsoName: 'RUB',
  }));

const terminals: Directory = (context, query) => {
  const city = cityOf(context, query.get('organization'));
  return city.venues.map((venue) => ({
    organizationId: city.id,
    deliveryRestaurantName: venue.facts.name,
    deliveryGroupName: null,
    deliveryTerminalId: venue.id,
    name: venue.facts.name,
    address: venue.facts.address,
    openingHours: [],
  }));
};

const cities: Directory = (context, query) => {
  const city = cityOf(context, query.get('organization'));
  const streets = new Map(city.venues.flatMap((venue) => venue.streets).map((it) => [it.id, it]));
  return [
    {
      city: { id: city.cityId, name: city.facts.city, externalRevision: 200 },
      streets: [...streets.values()].map(({ id, name }) => ({ id, name, externalRevision: 1 })),
    },
  ];
};

/** Dictionaries by their paths; each asks for its organization in the query. */
export const BIZ_DIRECTORIES: Readonly<Record<string, Directory>> = {
  'organization/list': bizOrganizations,
  'deliverySettings/getDeliveryTerminals': terminals,
  'deliverySettings/getDeliveryRestrictions': (context, query) => {
    const city = cityOf(context, query.get('organization'));
    const answer = deliveryRestrictions(context, body(city)) as { deliveryRestrictions: Rows };
    return answer.deliveryRestrictions[0];
  },
  'rmsSettings/getMarketingSources': (context, query) =>
    marketingSources(context, body(cityOf(context, query.get('organization'))))['marketingSources'],
  'rmsSettings/getCouriers': (context, query) => {
    const city = cityOf(context, query.get('organization'));
    return { users: groupOf(couriers(context, body(city))['employees']) };
  },
  'rmsSettings/getOrderTypes': (context, query) => {
    const city = cityOf(context, query.get('organization'));
    return { items: groupOf(orderTypes(context, body(city))['orderTypes']) };
  },
  'rmsSettings/getPaymentTypes': (context, query) => {
    const city = cityOf(context, query.get('organization'));
    return { paymentTypes: paymentTypes(context, body(city))['paymentTypes'] };
  },
  'cities/cities': cities,
};

/** `nomenclature/{organizationId}`: a product has a single price. */
export function bizNomenclature(context: ChainContext, organizationId: string): unknown {
  const city = cityOf(context, organizationId);
  const answer = nomenclature(context, { organizationId: city.id });
  const products = answer['products'] as readonly {
    sizePrices: readonly { price: { currentPrice: number } }[];
  }[];
  return {
    groups: answer['groups'],
    productCategories: answer['productCategories'],
    products: products.map(({ sizePrices, ...product }) => ({
      ...product,
      price: sizePrices[0]?.price.currentPrice ?? 0,
    })),
    revision: answer['revision'],
    uploadDate: '2026-11-01 06:00:00',
  };
}
