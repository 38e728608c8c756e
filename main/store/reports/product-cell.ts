/** Sums of the lines of one combination of values; product 0 is what orders hold beside their lines. */
export type ProductCell = Readonly<{
  /** In the order of the asked columns, `product_id` among them. */
  values: readonly number[];
  statusId: number;
  currency: number;
  /** Orders that hold the product. */
  orders: number;
  amountMilli: number;
  sumMinor: number;
  costMinor: number;
  lines: number;
  costedLines: number;
}>;
