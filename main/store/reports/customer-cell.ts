/** New and repeat sales of one combination of values. */
export type CustomerCell = Readonly<{
  values: readonly number[];
  statusId: number;
  currency: number;
  /** Sales that were their customer's first, ever. */
  newCustomers: number;
  repeatSales: number;
  /** What those new customers have bought in all their time, in the same currency. */
  lifetimeMinor: number;
}>;
