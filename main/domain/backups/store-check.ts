/** What a store's file says of itself. */
export type StoreCheck = Readonly<{
  /** SQLite's own words; null: nothing is wrong. */
  fault: string | null;
  /** The schema's number; 0 where it can not be read. */
  version: number;
  /** Stored orders; 0 where there are none or they can not be counted. */
  orders: number;
}>;
