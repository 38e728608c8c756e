import type { Currency } from '../../domain/money.ts';
import type { Discount, Named, Payment } from '../../domain/orders/order.ts';
import { minorOf, namedOf, objectOf, objectsOf, textOf } from '../lenient-json.ts';
import type { WireDiscount, WirePayment } from './wire-items.ts';

const UNNAMED: Named = { id: null, name: '' };

/** How the order is or will be paid. */
export function toPayments(
  payments: readonly WirePayment[] | null | undefined,
  currency: Currency,
): readonly Payment[] {
  return objectsOf(payments).map((payment) => ({
    type: namedOf(payment.paymentType) ?? UNNAMED,
    kind: textOf(objectOf(payment.paymentType)?.kind),
    sumMinor: minorOf(payment.sum, currency) ?? 0,
    preliminary: payment.isPreliminary === true,
    external: payment.isExternal === true,
    processed: payment.isProcessedExternally === true,
    prepay: payment.isPrepay === true,
  }));
}

/** What was taken off the order (surcharges are negative). */
export function toDiscounts(
  discounts: readonly WireDiscount[] | null | undefined,
  currency: Currency,
): readonly Discount[] {
  return objectsOf(discounts).map((discount) => ({
    type: namedOf(discount.discountType) ?? UNNAMED,
    sumMinor: minorOf(discount.sum, currency) ?? 0,
  }));
}
