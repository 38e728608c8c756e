import { uuidOf } from '../seeded.ts';
import { MARKETING_SOURCES, ORDER_TYPES, PAYMENT_TYPES } from '../world/directory-facts.ts';
import type { OrderTypeKey, PaymentKey } from '../world/directory-facts.ts';
import type { City } from '../world/world.ts';
import { citiesOf, type AnswerFields, type Body, type ChainContext } from './chain-context.ts';
import { readText, Refusal } from './exchange.ts';
import { terminalGroup } from './organizations.ts';

/** `/api/1/marketing_sources` with the order source keys attached to each advert. */
export function marketingSources(context: ChainContext, body: Body): AnswerFields {
  const rows = citiesOf(context, body, true).flatMap((city) =>
    MARKETING_SOURCES.map(({ name, attached, deleted }, place) => ({
      ...context.world.catalogue.marketing.get(name)!,
      organizationId: city.id,
      externalRevision: 1000 + place,
      isDeleted: deleted,
      attachedSources: [...attached],
    })),
  );
  return { marketingSources: rows };
}

/** The dictionary says `DeliveryPickUp` where orders say `DeliveryByClient` (OpenAPI 9.7.5.2). */
const dictionaryService = (service: string): string =>
  service === 'DeliveryByClient' ? 'DeliveryPickUp' : service;

/** `/api/1/deliveries/order_types`. */
export function orderTypes(context: ChainContext, body: Body): AnswerFields {
  const keys = Object.keys(ORDER_TYPES) as OrderTypeKey[];
  const items = keys.map((key, place) => ({
    ...context.world.catalogue.orderTypes[key],
    orderServiceType: dictionaryService(ORDER_TYPES[key].service),
    isDeleted: false,
    externalRevision: 500 + place,
    isDefault: ORDER_TYPES[key].isDefault,
  }));
  const cities = citiesOf(context, body, true);
  return { orderTypes: cities.map((city) => ({ organizationId: city.id, items })) };
}

/** `/api/1/payment_types`. */
export function paymentTypes(context: ChainContext, body: Body): AnswerFields {
  const cities = citiesOf(context, body, true);
  const groups = cities.flatMap((city) => city.venues.map((venue) => terminalGroup(city, venue)));
  const keys = Object.keys(PAYMENT_TYPES) as PaymentKey[];
  const rows = keys.map((key, place) => ({
    ...context.world.catalogue.paymentTypes[key],
    code: PAYMENT_TYPES[key].code,
    comment: null,
    combinable: true,
    externalRevision: 700 + place,
    applicableMarketingCampaigns: [],
    isDeleted: false,
    printCheque: true,
    paymentProcessingType: PAYMENT_TYPES[key].processing,
    paymentTypeKind: PAYMENT_TYPES[key].kind,
    terminalGroups: groups,
  }));
  return { paymentTypes: rows };
}

/** `/api/1/cancel_causes`. */
export function cancelCauses(context: ChainContext, body: Body): AnswerFields {
  citiesOf(context, body, true);
  const causes = context.world.catalogue.cancelCauses;
  return { cancelCauses: causes.map((cause) => ({ ...cause, isDeleted: false })) };
}

/** `/api/1/employees/couriers`. */
export function couriers(context: ChainContext, body: Body): AnswerFields {
  const itemsOf = (city: City) =>
    city.venues.flatMap((venue) =>
      venue.couriers.map(({ id, name, firstName, lastName }, place) => ({
        id,
        firstName,
        middleName: null,
        lastName,
        displayName: name,
        code: String(100 * (venue.index + 1) + place),
        isDeleted: false,
      })),
    );
  const cities = citiesOf(context, body, true);
  return { employees: cities.map((city) => ({ organizationId: city.id, items: itemsOf(city) })) };
}

/** `/api/1/regions`. */
export function regions(context: ChainContext, body: Body): AnswerFields {
  const itemsOf = (city: City) =>
    city.venues.map((venue) => ({
      id: venue.regionId,
      name: venue.facts.region,
      externalRevision: 300 + venue.index,
      isDeleted: false,
    }));
  const cities = citiesOf(context, body, true);
  return { regions: cities.map((city) => ({ organizationId: city.id, items: itemsOf(city) })) };
}

/** `/api/1/cities`. */
export function cityList(context: ChainContext, body: Body): AnswerFields {
  const itemsOf = (city: City) => [
    {
      id: city.cityId,
      name: city.facts.city,
      externalRevision: 200,
      isDeleted: false,
      classifierId: null,
      additionalInfo: null,
    },
  ];
  const cities = citiesOf(context, body, true);
  return { cities: cities.map((city) => ({ organizationId: city.id, items: itemsOf(city) })) };
}

/** `/api/1/streets/by_city`. */
export function streetsOfCity(context: ChainContext, body: Body): AnswerFields {
  const organizationId = readText(body, 'organizationId');
  const cityId = readText(body, 'cityId');
  const city = context.world.cities.find((it) => it.id === organizationId);
  if (!city || city.cityId !== cityId) throw new Refusal(400, 'City is not found.');
  const unique = new Map(city.venues.flatMap((venue) => venue.streets).map((it) => [it.id, it]));
  const streets = [...unique.values()].map(({ id, name }, place) => ({
    id,
    name,
    externalRevision: 10_000 + place,
    classifierId: null,
    isDeleted: false,
  }));
  return { streets };
}

/** The id of the menu group's category. */
const categoryId = (seed: number): string => uuidOf(seed, 'category/Кухня');

/** `/api/1/nomenclature`: the whole menu, or nothing new for who has its revision. */
export function nomenclature(context: ChainContext, body: Body): AnswerFields {
  readText(body, 'organizationId');
  const { menu } = context.world.catalogue;
  const revision = 1_700_000_000;
  if (body['startRevision'] === revision) {
    return { groups: [], productCategories: [], products: [], sizes: [], revision };
  }
  const category = categoryId(context.world.seed);
  return {
    groups: menu.map(({ id, name }, order) => ({
      imageLinks: [],
      parentGroup: null,
      order,
      isIncludedInMenu: true,
      isGroupModifier: false,
      id,
      name,
    })),
    productCategories: [{ id: category, name: 'Кухня', isDeleted: false }],
    products: menu.flatMap((group) => group.dishes.map((dish) => product(group, dish, category))),
    sizes: menu.flatMap((group) =>
      group.sizes.map(({ id, name }, priority) => ({
        id,
        name,
        priority,
        isDefault: priority === 1,
      })),
    ),
    revision,
  };
}

type MenuGroup = ChainContext['world']['catalogue']['menu'][number];

function product(group: MenuGroup, dish: MenuGroup['dishes'][number], category: string) {
  const price = (minor: number) => ({
    currentPrice: minor / 100,
    isIncludedInMenu: true,
    nextPrice: null,
    nextIncludedInMenu: true,
    nextDatePrice: null,
  });
  const sizes = group.sizes.length > 0 ? group.sizes : [{ id: null, factor: 1 }];
  return {
    id: dish.id,
    name: dish.name,
    type: 'dish',
    orderItemType: 'Product',
    groupId: group.id,
    parentGroup: group.id,
    productCategoryId: category,
    splittable: false,
    measureUnit: dish.byWeight ? 'кг' : 'порц',
    sizePrices: sizes.map(({ id, factor }) => ({ sizeId: id, price: price(dish.price * factor) })),
    modifiers: [],
    groupModifiers: [],
    imageLinks: [],
    useBalanceForSell: dish.byWeight,
    canSetOpenPrice: false,
    isDeleted: false,
  };
}
