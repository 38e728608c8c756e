import { uuidOf } from '../seeded.ts';
import {
  CANCEL_CAUSES,
  CONCEPTIONS,
  COURIER_SERVICES,
  DISCOUNTS,
  MARKETING_SOURCES,
  ORDER_TYPES,
  PAYMENT_TYPES,
  REMOVAL_TYPES,
  type DiscountKey,
  type OrderTypeKey,
  type PaymentKey,
} from './directory-facts.ts';
import { COMBOS, DELIVERY_FEES, HALVES, MENU, MODIFIERS, type DishFacts } from './menu.ts';

/** A thing with its id, as the vendor's objects point at it. */
export type Entry = Readonly<{ id: string; name: string }>;
export type Dish = Entry & Readonly<{ price: number; byWeight: boolean }>;
export type MenuGroup = Readonly<{
  id: string;
  name: string;
  conception: 'dough' | 'rice';
  dishes: readonly Dish[];
  sizes: readonly (Entry & { factor: number })[];
  modifiers: Readonly<{ group: Entry; choices: readonly Dish[] }> | null;
}>;

function createDish(seed: number, group: string, facts: DishFacts): Dish {
  const id = uuidOf(seed, `dish/${group}/${facts.name}/${facts.price}`);
  return { id, name: facts.name, price: facts.price, byWeight: facts.byWeight === true };
}

function modifiersOf(seed: number, name: string | undefined): MenuGroup['modifiers'] {
  if (name === undefined) return null;
  const choices = (MODIFIERS[name] ?? []).map((facts) => createDish(seed, name, facts));
  return { group: { id: uuidOf(seed, `modifiers/${name}`), name }, choices };
}

const entry = (seed: number, kind: string, name: string): Entry => ({
  id: uuidOf(seed, `${kind}/${name}`),
  name,
});

function entries<K extends string>(
  seed: number,
  kind: string,
  facts: Readonly<Record<K, { name: string }>>,
): Readonly<Record<K, Entry>> {
  const pairs = Object.keys(facts).map((key) => [key, entry(seed, kind, facts[key as K].name)]);
  return Object.fromEntries(pairs) as Record<K, Entry>;
}

const menuOf = (seed: number): MenuGroup[] =>
  MENU.map((group) => ({
    id: uuidOf(seed, `group/${group.name}`),
    name: group.name,
    conception: group.conception,
    dishes: group.dishes.map((facts) => createDish(seed, group.name, facts)),
    sizes: (group.sizes ?? []).map(([name, factor]) => ({ ...entry(seed, 'size', name), factor })),
    modifiers: modifiersOf(seed, group.modifiers),
  }));

/** Every dictionary of the chain with its ids. */
export type Catalogue = Readonly<{
  menu: readonly MenuGroup[];
  halves: readonly Dish[];
  halvesTemplate: Entry;
  fees: readonly Dish[];
  combos: readonly Readonly<{ name: string; groups: readonly string[]; source: string }>[];
  marketing: ReadonlyMap<string, Entry>;
  orderTypes: Readonly<Record<OrderTypeKey, Entry>>;
  paymentTypes: Readonly<Record<PaymentKey, Entry>>;
  discounts: Readonly<Record<DiscountKey, Entry>>;
  conceptions: Readonly<Record<'dough' | 'rice', Entry>>;
  cancelCauses: readonly Entry[];
  removalTypes: readonly Entry[];
  courierServices: readonly Entry[];
  tips: Entry;
  manualCondition: string;
  sleepingVenue: string;
}>;

/** The dictionaries of a seed. */
export function catalogue(seed: number): Catalogue {
  return {
    menu: menuOf(seed),
    halves: HALVES.map((facts) => createDish(seed, 'Половинки', facts)),
    halvesTemplate: entry(seed, 'template', 'Пицца из половинок'),
    fees: DELIVERY_FEES.map((facts) => createDish(seed, 'Услуги', facts)),
    combos: COMBOS.map((combo) => ({ ...combo, source: uuidOf(seed, `combo/${combo.name}`) })),
    marketing: new Map(
      MARKETING_SOURCES.map((it) => [it.name as string, entry(seed, 'marketing', it.name)]),
    ),
    orderTypes: entries(seed, 'order-type', ORDER_TYPES),
    paymentTypes: entries(seed, 'payment', PAYMENT_TYPES),
    discounts: entries(seed, 'discount', DISCOUNTS),
    conceptions: entries(seed, 'conception', CONCEPTIONS),
    cancelCauses: CANCEL_CAUSES.map((name) => entry(seed, 'cancel', name)),
    removalTypes: REMOVAL_TYPES.map((name) => entry(seed, 'removal', name)),
    courierServices: COURIER_SERVICES.map((name) => entry(seed, 'courier-service', name)),
    tips: entry(seed, 'tips', 'Чаевые курьеру'),
    manualCondition: uuidOf(seed, 'manual-condition'),
    sleepingVenue: uuidOf(seed, 'sleeping-venue'),
  };
}
