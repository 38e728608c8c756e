import { Dice, mix } from '../seeded.ts';
import type { Dish, Entry, MenuGroup } from '../world/catalogue.ts';
import type { DiscountKey } from '../world/directory-facts.ts';
import { FREE_DELIVERY_FROM } from '../world/menu.ts';
import type { World } from '../world/world.ts';
import type { OrderPlan } from './order-plan.ts';

/** Something that costs money: `cost` before, `paid` after discounts, in kopecks. */
export type Priced = { dish: Entry; price: number; cost: number; paid: number };
export type Choice = Priced & { amount: number; group: Entry };
export type ProductLine = Priced & {
  kind: 'product';
  amountMilli: number;
  size: Entry | null;
  choices: Choice[];
  combo: number | null;
  comment: string | null;
  deleted: boolean;
};
export type CompoundLine = { kind: 'compound'; halves: [Priced, Priced]; deleted: boolean };
export type ServiceLine = { kind: 'service'; dish: Entry; cost: number; deleted: boolean };
export type Line = ProductLine | CompoundLine | ServiceLine;
export type Combo = Readonly<{ name: string; source: string; price: number }>;
export type Reduction = { key: DiscountKey; sum: number; line: number | null };

/** What is in the order and what it comes to: `sum` = lines − reductions, to the kopeck. */
export type Basket = {
  lines: Line[];
  combos: Combo[];
  reductions: Reduction[];
  conception: 'dough' | 'rice';
  sum: number;
};

const LINE_COMMENTS = ['Без лука', 'Поострее', 'Порезать на 8 кусков', 'Соус отдельно'];

const priced = (dish: Dish, price: number, cost: number): Priced => ({
  dish,
  price,
  cost,
  paid: cost,
});

function throwChoices(group: MenuGroup, amount: number, dice: Dice): Choice[] {
  const modifiers = group.modifiers;
  if (!modifiers || !dice.chance(0.4)) return [];
  const dish = dice.pick(modifiers.choices);
  const choice = {
    ...priced(dish, dish.price, dish.price * amount),
    amount,
    group: modifiers.group,
  };
  return [choice];
}

function productLine(group: MenuGroup, dice: Dice): ProductLine {
  const dish = dice.pick(group.dishes);
  const size = group.sizes.length > 0 ? dice.pick(group.sizes) : null;
  const price = size ? Math.round((dish.price * size.factor) / 1000) * 1000 - 100 : dish.price;
  const pieces = dice.chance(0.16) ? 2 : 1;
  const amountMilli = dish.byWeight ? 150 + dice.below(60) * 10 : pieces * 1000;
  return {
    ...priced(dish, price, Math.round((price * amountMilli) / 1000)),
    kind: 'product',
    amountMilli,
    size,
    choices: dish.byWeight ? [] : throwChoices(group, pieces, dice),
    combo: null,
    comment: dice.chance(0.03) ? dice.pick(LINE_COMMENTS) : null,
    deleted: false,
  };
}

function compoundLine(world: World, dice: Dice): CompoundLine {
  const half = (): Priced => {
    const dish = dice.pick(world.catalogue.halves);
    return priced(dish, dish.price, dish.price);
  };
  return { kind: 'compound', halves: [half(), half()], deleted: false };
}

function comboLines(world: World, dice: Dice): { lines: ProductLine[]; combo: Combo } {
  const facts = dice.pick(world.catalogue.combos);
  const groups = world.catalogue.menu.filter((it) => facts.groups.some((name) => name === it.name));
  const lines = groups.map((group) => ({ ...productLine(group, dice), combo: 0, choices: [] }));
  const price = lines.reduce((sum, line) => sum + line.cost, 0);
  return { lines, combo: { name: facts.name, source: facts.source, price } };
}

const WEIGHTS = new WeakMap<object, readonly (readonly [MenuGroup, number])[]>();
/** The groups that a meal begins with stand first in the menu. */
const MAIN_GROUPS = 5;
const GROUP_WEIGHTS = [30, 26, 7, 9, 8, 8, 10, 6, 20];
function weightedMenu(menu: readonly MenuGroup[]): readonly (readonly [MenuGroup, number])[] {
  const known = WEIGHTS.get(menu);
  if (known) return known;
  const pairs = menu.map((group, i) => [group, GROUP_WEIGHTS[i] ?? 5] as const);
  WEIGHTS.set(menu, pairs);
  return pairs;
}

function throwLines(world: World, dice: Dice, count: number): Line[] {
  const menu = weightedMenu(world.catalogue.menu);
  return Array.from({ length: count }, (_, place) => {
    if (dice.chance(0.05)) return compoundLine(world, dice);
    const groups = place === 0 ? menu.slice(0, MAIN_GROUPS) : menu;
    return productLine(dice.weighted(groups), dice);
  });
}

/** The parts of the lines that discounts apply to. */
function pricedParts(lines: readonly Line[]): Priced[] {
  return lines.flatMap((line): Priced[] => {
    if (line.deleted || line.kind === 'service') return [];
    return line.kind === 'compound' ? line.halves : [line, ...line.choices];
  });
}

/** Takes a percentage off each part; the reduction is the sum of what was taken. */
function reduce(parts: Priced[], percent: number): number {
  let sum = 0;
  for (const part of parts) {
    const off = Math.round((part.cost * percent) / 100);
    part.paid -= off;
    sum += off;
  }
  return sum;
}

const PERCENT: Readonly<Record<DiscountKey, number>> = {
  pickup: 10,
  birthday: 15,
  coupon: 20,
  dishOfDay: 25,
  staff: 30,
};

function throwReduction(plan: OrderPlan, dice: Dice): DiscountKey | null {
  const thrown = dice.next();
  if (plan.channel === 'yandex' || plan.channel === 'kuper') return null;
  if (thrown < 0.05) return 'coupon';
  if (thrown < 0.07) return 'birthday';
  if (thrown < 0.11) return 'dishOfDay';
  if (thrown < 0.116) return 'staff';
  return plan.type === 'pickup' ? 'pickup' : null;
}

function applyReduction(basket: Basket, key: DiscountKey | null): void {
  if (!key) return;
  const first = basket.lines.findIndex((line) => line.kind === 'product' && !line.deleted);
  const selective = key === 'dishOfDay';
  if (selective && first < 0) return;
  const parts = selective ? [basket.lines[first] as ProductLine] : pricedParts(basket.lines);
  const sum = reduce(parts, PERCENT[key]);
  basket.reductions.push({ key, sum, line: selective ? first : null });
}

const goodsOf = (lines: readonly Line[]): number =>
  pricedParts(lines).reduce((sum, part) => sum + part.paid, 0);
const servicesOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (line.kind === 'service' && !line.deleted ? line.cost : 0), 0);

/** An edit either adds a last line or strikes one out. */
function applyEdit(lines: Line[], adds: boolean, edited: boolean): void {
  if (adds && !edited) lines.pop();
  if (!adds && edited) lines.at(-1)!.deleted = true;
}

/** The order's contents: the same for every revision but for what an edit changed. */
export function basketOf(world: World, plan: OrderPlan, edited: boolean): Basket {
  const dice = new Dice(mix(plan.salt, 3));
  const withCombo = dice.chance(0.04);
  const made = withCombo ? comboLines(world, dice) : null;
  const count = 1 + Math.floor(4.2 * dice.next() ** 1.8);
  const lines: Line[] = [...(made?.lines ?? []), ...throwLines(world, dice, count + 1)];
  const adds = dice.chance(0.6) || lines.length < 3;
  applyEdit(lines, adds, edited);
  const conception = conceptionOf(world, lines);
  const basket: Basket = {
    lines,
    combos: made ? [made.combo] : [],
    reductions: [],
    conception,
    sum: 0,
  };
  applyReduction(basket, throwReduction(plan, dice));
  if (plan.type === 'courier' && goodsOf(lines) < FREE_DELIVERY_FROM && plan.channel !== 'yandex') {
    const fee = dice.pick(world.catalogue.fees);
    lines.push({ kind: 'service', dish: fee, cost: fee.price, deleted: false });
  }
  basket.sum = goodsOf(lines) + servicesOf(lines);
  return basket;
}

function conceptionOf(world: World, lines: readonly Line[]): 'dough' | 'rice' {
  const first = lines.find((line) => line.kind === 'product');
  const group = world.catalogue.menu.find((it) => it.dishes.some((dish) => dish === first?.dish));
  return group?.conception ?? 'dough';
}
