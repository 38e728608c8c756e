import type { Currency } from '../../domain/money.ts';
import type { Discount, Named, Payment } from '../../domain/orders/order.ts';
import { minorOf, namedOf, objectOf, objectsOf, textOf } from '../lenient-json.ts';
import type { BizDiscount, BizPayment } from './wire.ts';

const UNNAMED: Named = { id: null, name: '' };

/** How the order is or will be paid; the kind is iiko's own code, such as `CASH` or `VISA`. */
export const toPayments = (
  payments: readonly BizPayment[] | null | undefined,
  currency: Currency,
): readonly Payment[] =>
  objectsOf(payments).map((payment) => ({
    type: namedOf(payment.paymentType) ?? UNNAMED,
    kind: textOf(objectOf(payment.paymentType)?.code),
    sumMinor: minorOf(payment.sum, currency) ?? 0,
    preliminary: payment.isPreliminary === true,
    external: payment.isExternal === true,
    processed: payment.isProcessedExternally === true,
    prepay: false,
  }));

/** What was taken off the order; iiko.biz names the type of card only. */
export const toDiscounts = (
  discounts: readonly BizDiscount[] | null | undefined,
  currency: Currency,
): readonly Discount[] =>
  objectsOf(discounts).map((discount) => ({
    type: {
      id: textOf(discount.discountCardTypeId) || null,
      name: textOf(discount.discountCardSlip),
    },
    sumMinor: minorOf(discount.discountOrIncreaseSum, currency) ?? 0,
  }));
