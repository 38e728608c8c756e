/**
 * What is added up of a set of orders; every measure is computed from it, so that a total is the
 * measure of the sums, never an average of rows. Money in minor units of one currency.
 */
export type ReportSums = Readonly<{
  /** Null where visits are not known at this depth. */
  visits: number | null;
  orders: number;
  unmapped: number;
  ignored: number;
  inWork: number;
  paid: number;
  cancelled: number;
  /** All orders. */
  sumMinor: number;
  paidMinor: number;
  inWorkMinor: number;
  cancelledMinor: number;
  discountMinor: number;
  /** Of paid orders: what their lines cost, as far as a price is known. */
  costMinor: number;
  lines: number;
  costedLines: number;
  /** Thousandths of a piece; null where lines are not told apart. */
  amountMilli: number | null;
  /** Null where spend can not be told apart. */
  spendMinor: number | null;
  /** Paid orders that were their customer's first, ever. */
  newCustomers: number | null;
  /** Paid orders of customers who had bought before. */
  repeatSales: number | null;
  /** Lifetime revenue of the new customers. */
  newCustomersMinor: number | null;
}>;

/** Nothing at all. */
export const NO_SUMS: ReportSums = {
  visits: null,
  orders: 0,
  unmapped: 0,
  ignored: 0,
  inWork: 0,
  paid: 0,
  cancelled: 0,
  sumMinor: 0,
  paidMinor: 0,
  inWorkMinor: 0,
  cancelledMinor: 0,
  discountMinor: 0,
  costMinor: 0,
  lines: 0,
  costedLines: 0,
  amountMilli: null,
  spendMinor: null,
  newCustomers: null,
  repeatSales: null,
  newCustomersMinor: null,
};

/** Sums that are being added up. */
export type GrowingSums = { -readonly [Name in keyof ReportSums]: ReportSums[Name] };

const NAMES = Object.keys(NO_SUMS) as readonly (keyof ReportSums)[];

/** Adds to `sums`; what only one of the two knows stays known. */
export function addSums(sums: GrowingSums, more: Partial<ReportSums>): void {
  for (const name of NAMES) {
    const value = more[name];
    if (value != null) sums[name] = (sums[name] ?? 0) + value;
  }
}
