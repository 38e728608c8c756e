import type { WireOrder, WireOrderInfo } from '../../sources/iiko-cloud/wire.ts';
import type { BizAddress, BizNumber, BizOrder, BizPayment } from '../../sources/iiko-biz/wire.ts';
import type { DeliveryStatus } from '../orders/order-state.ts';
import type { OrderPlan } from '../orders/order-plan.ts';
import { BIZ_STATUSES } from './biz-status.ts';
import { bizItems } from './biz-items.ts';

const SERVICES: Readonly<Record<string, string>> = {
  Common: 'COMMON',
  DeliveryByCourier: 'DELIVERY_BY_COURIER',
  DeliveryByClient: 'DELIVERY_PICKUP',
};

const NINE = 9;

/** Sums carry nine decimals; an old register's come as texts. */
const sumOf = (plan: OrderPlan, major: number): BizNumber =>
  plan.venue.facts.legacy ? major.toFixed(NINE) : major;

/** A time without milliseconds. */
const timeOf = (text: string | null | undefined): string | null => text?.slice(0, 19) ?? null;

/**
 * The order as iiko.biz tells it, from the same truth as iiko Cloud's (`iiko-api.md` 2.3): by the
 * register's id, coarser, with no source key, no kitchen times and no deleted lines.
 */
export function toBizOrder(plan: OrderPlan, info: WireOrderInfo): BizOrder | null {
  const { order, posId } = info;
  if (!order || !posId) return null;
  const { items, discount } = bizItems(order, (major) => sumOf(plan, major));
  return {
    orderId: posId,
    organization: info.organizationId,
    restaurantId: info.organizationId,
    movedDeliveryId: null,
    ...partyOf(order),
    sum: sumOf(plan, order.sum ?? 0),
    discount: sumOf(plan, discount),
    ...stateOf(plan, order),
    ...timesOf(order),
    ...namesOf(order),
    personsCount: order.guestsInfo?.count ?? 1,
    splitBetweenPersons: false,
    items,
    guests: [{ id: posId, name: order.customer?.name ?? '' }],
    payments: paymentsOf(plan, order),
    discounts: (order.discounts ?? []).map(({ discountType, sum }) => ({
      discountCardTypeId: discountType?.id ?? null,
      discountCardSlip: null,
      discountOrIncreaseSum: sumOf(plan, sum ?? 0),
    })),
    iikoCard5Coupon: order.loyaltyInfo?.coupon ?? null,
    customData: null,
  };
}

function stateOf(plan: OrderPlan, order: WireOrder) {
  const { code, ru, en } = BIZ_STATUSES[order.status as DeliveryStatus];
  const { terminalGroupId, courierInfo, problem } = order;
  return {
    number: String(order.number),
    status: plan.city.index === 1 ? en : ru,
    statusCode: code,
    deliveryCancelCause: order.cancelInfo?.cause ?? null,
    deliveryCancelComment: order.cancelInfo?.comment ?? null,
    courierInfo: courierInfo?.courier
      ? { courierId: courierInfo.courier.id, location: null }
      : null,
    comment: order.comment ?? '',
    problem: problem ? { hasProblem: problem.hasProblem!, problem: problem.description! } : null,
    durationInMinutes: order.deliveryDuration ?? null,
    deliveryTerminal: {
      deliveryTerminalId: terminalGroupId ?? null,
      crmId: String(100_000 + plan.venue.index),
      restaurantName: plan.venue.facts.name,
      groupName: null,
    },
  };
}

const timesOf = (order: WireOrder) => ({
  deliveryDate: timeOf(order.completeBefore),
  createdTime: timeOf(order.whenCreated),
  confirmTime: timeOf(order.whenConfirmed),
  printTime: timeOf(order.whenPrinted),
  billTime: timeOf(order.whenBillPrinted),
  sendTime: timeOf(order.whenSended),
  actualTime: timeOf(order.whenDelivered),
  closeTime: timeOf(order.whenClosed),
  cancelTime: timeOf(order.cancelInfo?.whenCancelled),
});

function namesOf({ operator, conception, marketingSource, orderType }: WireOrder) {
  return {
    operator: operator ? { id: operator.id, displayName: operator.name ?? '' } : null,
    conception: conception ?? null,
    marketingSource: marketingSource ? { ...marketingSource, attachedSources: [] } : null,
    orderType: orderType
      ? {
          id: orderType.id,
          name: orderType.name ?? null,
          orderServiceType: SERVICES[orderType.orderServiceType ?? ''] ?? null,
        }
      : null,
  };
}

function partyOf({ customer, phone, deliveryPoint }: WireOrder) {
  const coordinates = deliveryPoint?.coordinates ?? null;
  return {
    customer: {
      sex: 0,
      id: customer?.id ?? null,
      name: customer?.name ?? '',
      surName: customer?.surname ?? '',
      nick: '',
      comment: customer?.comment ?? '',
      phone: phone ?? '',
      email: null,
    },
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? '',
    customerPhone: phone ?? null,
    address: deliveryPoint ? addressOf(deliveryPoint) : null,
    orderLocationInfo: coordinates && { ...coordinates },
  };
}

function addressOf(point: NonNullable<WireOrder['deliveryPoint']>): BizAddress {
  const { address } = point;
  return {
    city: address?.street?.city?.name ?? null,
    street: address?.street?.name ?? address?.line1 ?? null,
    streetId: address?.street?.id ?? null,
    index: '',
    home: address?.house ?? '',
    housing: address?.building ?? '',
    apartment: address?.flat ?? '',
    entrance: address?.entrance ?? '',
    floor: address?.floor ?? '',
    doorphone: address?.doorphone ?? '',
    comment: point.comment ?? '',
    regionId: address?.region?.id ?? null,
  };
}

function paymentsOf(plan: OrderPlan, order: WireOrder): BizPayment[] {
  return (order.payments ?? []).map((payment) => ({
    sum: sumOf(plan, payment.sum ?? 0),
    paymentType: payment.paymentType
      ? {
          id: payment.paymentType.id,
          name: payment.paymentType.name ?? null,
          code: payment.paymentType.kind?.toUpperCase() ?? null,
        }
      : null,
    isProcessedExternally: payment.isProcessedExternally === true,
    isPreliminary: payment.isPreliminary === true,
    isExternal: payment.isExternal === true,
  }));
}
