import type { WireOrder, WireOrderInfo } from '../../sources/iiko-cloud/wire.ts';
import { Dice, mix } from '../seeded.ts';
import { CHANNELS, COUPONS, MOVED_CAUSE, ORDER_TYPES } from '../world/directory-facts.ts';
import { ORDER_COMMENTS, PROBLEMS } from '../world/phrases.ts';
import type { World } from '../world/world.ts';
import { localText, utcText } from '../world/wall-text.ts';
import { basketOf, type Basket } from './basket.ts';
import { billOf, processedSum } from './bill.ts';
import { marketingOf, externalDataOf, externalNumberOf } from './order-origin.ts';
import { orderId } from './order-key.ts';
import type { OrderPlan } from './order-plan.ts';
import { promisedNow, stateAt, type OrderState } from './order-state.ts';
import { courierOf, operatorOf, partyOf } from './wire-people.ts';
import {
  roubles,
  wireCombos,
  wireDiscounts,
  wireItems,
  wirePayments,
  wireTips,
  type LineContext,
} from './wire-lines.ts';

type Field<K extends keyof WireOrder> = Exclude<WireOrder[K], undefined>;

const SOURCE_KEYS = new Map(CHANNELS.map(({ channel, sourceKey }) => [channel, sourceKey]));
/** The order source key («Источник заказа») of a plan; null for orders taken by people. */
export const sourceKeyOf = (plan: OrderPlan): string | null =>
  SOURCE_KEYS.get(plan.channel) ?? null;

/** What the order comes to in kopecks at a state. */
export const sumAt = (world: World, plan: OrderPlan, state: OrderState): number =>
  basketOf(world, plan, state.itemsEdited).sum;

/** The cash register saw a change a moment before the transport server heard of it. */
function stamp(plan: OrderPlan, at: number | null): string | null {
  return at === null ? null : localText(plan.city, at - 300 - (plan.salt % 900));
}

function stamps(plan: OrderPlan, state: OrderState) {
  const { legacy } = plan.venue.facts;
  // A register's clock is sometimes set back: these dishes were ready before they were ordered.
  const cookedAt = plan.salt % 331 === 0 ? plan.createdAt - 180_000 : state.cookedAt;
  const bill = state.sentAt ?? state.deliveredAt ?? state.closedAt;
  return {
    completeBefore: localText(plan.city, promisedNow(plan, state)),
    whenCreated: localText(plan.city, plan.createdAt),
    whenConfirmed: stamp(plan, state.confirmedAt),
    whenPrinted: stamp(plan, state.printedAt),
    whenCookingCompleted: legacy || !state.cookedAt ? null : stamp(plan, cookedAt),
    whenPacked: legacy ? null : stamp(plan, state.packedAt),
    whenSended: stamp(plan, state.sentAt),
    whenDelivered: stamp(plan, state.deliveredAt),
    whenBillPrinted: stamp(plan, bill === null ? null : bill - 2000),
    whenClosed: stamp(plan, state.closedAt),
    cookingStartTime: localText(plan.city, plan.cookingStartAt),
  };
}

function cancelInfoOf(world: World, plan: OrderPlan, state: OrderState): Field<'cancelInfo'> {
  if (state.cancelledAt === null) return null;
  const causes = world.catalogue.cancelCauses;
  const cause = causes[state.moved ? MOVED_CAUSE : plan.salt % MOVED_CAUSE]!;
  const comments = [null, null, 'передумали', 'гость перезвонил', 'согласовано с управляющим'];
  return {
    whenCancelled: stamp(plan, state.cancelledAt)!,
    cause,
    comment: comments[plan.salt % comments.length]!,
  };
}

function transferOf(plan: OrderPlan, state: OrderState) {
  const { twin, city } = plan;
  const from = twin && plan.key.part === 1 ? twin : null;
  const to = twin && plan.key.part === 0 && state.moved ? twin : null;
  return {
    movedFromDeliveryId: from?.id ?? null,
    movedFromTerminalGroupId: from?.venue.id ?? null,
    movedFromOrganizationId: from ? city.id : null,
    movedToDeliveryId: to?.id ?? null,
    movedToTerminalGroupId: to?.venue.id ?? null,
    movedToOrganizationId: to ? city.id : null,
  };
}

function commentOf(plan: OrderPlan, state: OrderState, number: string | null): string | null {
  const dice = new Dice(mix(plan.salt, 8));
  const own = dice.chance(0.22) ? dice.pick(ORDER_COMMENTS) : null;
  const later = dice.pick(ORDER_COMMENTS);
  if (state.commentEdited) return own === null ? later : `${own}; ${later}`;
  if (plan.channel !== 'yandex') return own;
  const who = plan.type === 'courier' ? 'Доставка рестораном' : 'Доставка курьерами Яндекса';
  return `#${number}. ${own ?? ''}; ${who}; YANDEX_FOOD: #${number}.`;
}

function problemOf(plan: OrderPlan, state: OrderState): Field<'problem'> {
  if (state.problem === 'none') return null;
  const description = PROBLEMS[plan.salt % PROBLEMS.length]!;
  return { hasProblem: state.problem === 'open', description };
}

function courierInfoOf(plan: OrderPlan, state: OrderState): Field<'courierInfo'> {
  const courier = courierOf(plan, state.courier);
  return courier ? { courier, isCourierSelectedManually: plan.salt % 3 === 0 } : null;
}

function loyaltyOf(world: World, plan: OrderPlan, basket: Basket): Field<'loyaltyInfo'> {
  if (plan.venue.facts.legacy) return null;
  const byCoupon = basket.reductions.some(({ key }) => key === 'coupon');
  const manual = basket.reductions.some(({ key }) => key === 'staff');
  return {
    coupon: byCoupon ? COUPONS[plan.salt % COUPONS.length]! : null,
    appliedManualConditions: manual ? [world.catalogue.manualCondition] : null,
    dynamicDiscounts: null,
  };
}

function moneyOf(context: LineContext, basket: Basket) {
  const { world, plan, state } = context;
  const before = state.itemsEdited ? basketOf(world, plan, false).sum : basket.sum;
  const bill = billOf(plan, before, basket.sum);
  const legacy = plan.venue.facts.legacy;
  return {
    sum: roubles(basket.sum),
    processedPaymentsSum: legacy ? null : roubles(processedSum(bill, state)),
    items: wireItems(context, basket),
    combos: wireCombos(context, basket),
    payments: wirePayments(context, bill),
    tips: wireTips(context, bill),
    discounts: wireDiscounts(context, basket),
    loyaltyInfo: loyaltyOf(world, plan, basket),
  };
}

/** Numbers start anew every few months: they are not unique over time (`iiko-api.md` 1.4). */
const numberOf = (plan: OrderPlan): number =>
  (plan.key.day % 180) * 1000 + plan.key.index + 1 + (plan.key.part ? 900_000 : 0);

function peopleOf(plan: OrderPlan, state: OrderState) {
  const { zone, ...party } = partyOf(plan);
  const type = ORDER_TYPES[plan.type];
  return {
    ...party,
    deliveryZone: zone,
    operator: operatorOf(plan),
    courierInfo: courierInfoOf(plan, state),
    guestsInfo: { count: 1 + (plan.salt % 4), splitBetweenPersons: false },
    isAsap: plan.preOrder || plan.venue.facts.legacy ? (plan.preOrder ? false : null) : true,
    deliveryDuration: type.service === 'DeliveryByCourier' ? 60 : 20,
    indexInCourierRoute: state.sentAt === null ? null : 1 + (plan.salt % 3),
  };
}

function catalogueFields(world: World, plan: OrderPlan, state: OrderState, basket: Basket) {
  const { catalogue } = world;
  const outside = state.sentAt !== null && plan.salt % 50 === 0;
  const conception = basket.conception;
  return {
    marketingSource: marketingOf(world, plan),
    sourceKey: sourceKeyOf(plan),
    conception: { ...catalogue.conceptions[conception], code: conception === 'dough' ? '1' : '2' },
    orderType: {
      ...catalogue.orderTypes[plan.type],
      orderServiceType: ORDER_TYPES[plan.type].service,
    },
    terminalGroupId: plan.venue.id,
    externalCourierService: outside ? catalogue.courierServices[plan.salt % 2]! : null,
    externalData: externalDataOf(plan),
  };
}

/** Old cash registers do not send these at all. */
const newerFields = (plan: OrderPlan): Partial<WireOrder> =>
  plan.venue.facts.legacy
    ? {}
    : { menuId: null, lockedAt: null, priceCategory: null, trackingLink: null };

function wireOrder(world: World, plan: OrderPlan, state: OrderState): WireOrder {
  const basket = basketOf(world, plan, state.itemsEdited);
  const context = { world, plan, state, printed: stamp(plan, state.printedAt) };
  return {
    parentDeliveryId: null,
    ...peopleOf(plan, state),
    status: state.status,
    number: numberOf(plan),
    ...stamps(plan, state),
    cancelInfo: cancelInfoOf(world, plan, state),
    comment: commentOf(plan, state, externalNumberOf(plan)),
    problem: problemOf(plan, state),
    isDeleted: false,
    ...receivedTimes(plan, state),
    ...transferOf(plan, state),
    ...catalogueFields(world, plan, state, basket),
    estimatedTime: state.sentAt === null ? null : stamp(plan, promisedNow(plan, state)),
    ...newerFields(plan),
    ...moneyOf(context, basket),
  };
}

function receivedTimes(plan: OrderPlan, state: OrderState) {
  const throughApi = sourceKeyOf(plan) !== null;
  return {
    whenReceivedByApi: throughApi ? utcText(plan.createdAt) : null,
    whenReceivedFromFront: utcText(state.bornAt),
  };
}

const CREATION_ERROR = {
  code: 'ProductNotFound',
  message: 'Product is not found in the menu of the terminal group.',
  description: null,
  additionalData: null,
  errorReason: 'InvalidData',
};

/** The order as the API gives it at a moment; null before its first sign. */
export function orderInfoAt(world: World, plan: OrderPlan, now: number): WireOrderInfo | null {
  const state = stateAt(plan, now);
  if (!state) return null;
  const known = state.creation === 'Success';
  return {
    id: plan.id,
    posId: known ? orderId(world.seed, plan.packed, 'pos') : null,
    externalNumber: externalNumberOf(plan),
    organizationId: plan.city.id,
    timestamp: state.version,
    creationStatus: state.creation,
    errorInfo: state.creation === 'Error' ? CREATION_ERROR : null,
    order: known ? wireOrder(world, plan, state) : null,
  };
}
