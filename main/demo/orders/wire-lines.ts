import type {
  WireCombo,
  WireDiscount,
  WireItem,
  WireModifier,
  WirePayment,
  WireTips,
} from '../../sources/iiko-cloud/wire-items.ts';
import { mix, writeUuid } from '../seeded.ts';
import type { World } from '../world/world.ts';
import type { Basket, Choice, Combo, CompoundLine, Line, Priced, ProductLine } from './basket.ts';
import type { Bill } from './bill.ts';
import type { OrderPlan } from './order-plan.ts';
import type { OrderState } from './order-state.ts';
import { PAYMENT_TYPES } from '../world/directory-facts.ts';

/** Kopecks as the JSON number of roubles that the vendor sends. */
export const roubles = (minor: number): number => minor / 100;

/** What every line of an order needs to know about it. */
export type LineContext = Readonly<{
  world: World;
  plan: OrderPlan;
  state: OrderState;
  /** Text of the moment of printing, null before it. */
  printed: string | null;
}>;

/** An id of something inside an order: no two orders share one. */
export function partId({ world, plan }: LineContext, place: number): string {
  const a = mix(0x1000 + place, plan.packed);
  return writeUuid(a, mix(world.seed, a), mix(a, place), mix(a, 9));
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });

function lineStatus(state: OrderState): string {
  if (state.deliveredAt !== null || state.closedAt !== null) return 'Served';
  if (state.cookedAt !== null) return 'CookingCompleted';
  return state.printedAt !== null ? 'CookingStarted' : 'Added';
}

function deletion(context: LineContext, place: number) {
  const types = context.world.catalogue.removalTypes;
  const removalType = types[context.plan.salt % types.length]!;
  return { deletionMethod: { id: partId(context, 900 + place), comment: null, removalType } };
}

function wireModifier(context: LineContext, choice: Choice, place: number): WireModifier {
  return {
    product: named(choice.dish),
    amount: choice.amount,
    amountIndependentOfParentAmount: false,
    productGroup: named(choice.group),
    price: roubles(choice.price),
    pricePredefined: false,
    resultSum: roubles(choice.paid),
    deleted: null,
    positionId: partId(context, 300 + place),
    defaultAmount: 0,
    hideIfDefaultAmount: false,
    taxPercent: null,
    freeOfChargeAmount: 0,
  };
}

/**
 * A line's `resultSum` is its own, after its share of discounts; each modifier carries its own
 * beside it. So the order's sum = all resultSums + the costs of services.
 */
function wireComponent(context: LineContext, part: Priced, place: number, choices: Choice[]) {
  return {
    product: named(part.dish),
    modifiers: choices.map((choice) => wireModifier(context, choice, place)),
    price: roubles(part.price),
    cost: roubles(part.cost),
    pricePredefined: false,
    positionId: partId(context, place),
    taxPercent: null,
    resultSum: roubles(part.paid),
  };
}

function wireProduct(
  context: LineContext,
  line: ProductLine,
  place: number,
  combos: readonly Combo[],
): WireItem {
  return {
    type: 'Product',
    ...wireComponent(context, line, place, line.choices),
    ...commonFields(context, line, place),
    amount: line.amountMilli / 1000,
    comment: line.comment,
    size: line.size ? named(line.size) : null,
    comboInformation: comboOf(context, line.combo, combos),
  };
}

function comboOf(context: LineContext, combo: number | null, combos: readonly Combo[]) {
  if (combo === null) return null;
  const comboId = partId(context, 700 + combo);
  const comboSourceId = combos[combo]!.source;
  return { comboId, comboSourceId, groupId: partId(context, 800), groupName: null };
}

function commonFields(context: LineContext, line: Line, place: number) {
  return {
    status: lineStatus(context.state),
    deleted: line.deleted ? deletion(context, place) : null,
    amount: 1,
    comment: null,
    whenPrinted: context.printed,
    size: null,
    comboInformation: null,
  };
}

function wireCompound(context: LineContext, line: CompoundLine, place: number): WireItem {
  const [first, second] = line.halves;
  return {
    type: 'Compound',
    ...commonFields(context, line, place),
    primaryComponent: wireComponent(context, first, place, []),
    secondaryComponent: wireComponent(context, second, 100 + place, []),
    commonModifiers: [],
    template: named(context.world.catalogue.halvesTemplate),
  };
}

/** The lines of the order. */
export function wireItems(context: LineContext, basket: Basket): WireItem[] {
  return basket.lines.map((line, place) => {
    if (line.kind === 'product') return wireProduct(context, line, place, basket.combos);
    if (line.kind === 'compound') return wireCompound(context, line, place);
    const fields = commonFields(context, line, place);
    return { type: 'Service', ...fields, service: named(line.dish), cost: roubles(line.cost) };
  });
}

/** The combos that lines point at. */
export function wireCombos(context: LineContext, basket: Basket): WireCombo[] {
  return basket.combos.map((combo, place) => ({
    id: partId(context, 700 + place),
    name: combo.name,
    amount: 1,
    price: roubles(combo.price),
    sourceId: combo.source,
    size: null,
  }));
}

/** The discounts, with positions when only some lines were reduced. */
export function wireDiscounts(context: LineContext, basket: Basket): WireDiscount[] {
  return basket.reductions.map(({ key, sum, line }) => {
    const position = line === null ? null : partId(context, line);
    return {
      discountType: context.world.catalogue.discounts[key],
      sum: roubles(sum),
      selectivePositions: position === null ? null : [position],
      selectivePositionsWithSum:
        position === null ? null : [{ positionId: position, sum: roubles(sum) }],
    };
  });
}

/** The payments: preliminary until processed. */
export function wirePayments(context: LineContext, bill: Bill): WirePayment[] {
  const closed = context.state.closedAt !== null;
  return bill.parts.map(({ key, sum, prepaid }) => ({
    paymentType: { ...context.world.catalogue.paymentTypes[key], kind: PAYMENT_TYPES[key].kind },
    sum: roubles(sum),
    isPreliminary: !prepaid && !closed,
    isExternal: prepaid,
    isProcessedExternally: prepaid,
    isFiscalizedExternally: false,
    isPrepay: prepaid,
  }));
}

/** Tips: paid by card with the bill. */
export function wireTips(context: LineContext, bill: Bill): WireTips[] {
  if (bill.tips === null || context.state.closedAt === null) return [];
  return [
    {
      tipsType: context.world.catalogue.tips,
      paymentType: { ...context.world.catalogue.paymentTypes.card, kind: 'Card' },
      sum: roubles(bill.tips),
      isPreliminary: false,
      isExternal: false,
      isProcessedExternally: false,
      isFiscalizedExternally: false,
      isPrepay: false,
    },
  ];
}
