import type { Currency } from '../money.ts';
import type { Stage, VendorStatus } from './stage.ts';

/** UTC milliseconds since 1970. */
export type Instant = number;

/**
 * A time as the vendor wrote it and what it means. `instant` is null when the text can not be
 * read. `gap` and `overlap` mark clock changes: the instant is then the later side of a gap and
 * the earlier side of an overlap, and the reader is told so.
 */
export type Stamp = Readonly<{
  text: string;
  instant: Instant | null;
  certainty: 'exact' | 'gap' | 'overlap' | 'unreadable';
}>;

/** One name of a thing in one outside system; an order can carry several. */
export type Identity = Readonly<{ vendor: string; id: string }>;

/** A reference to an entry of a vendor's dictionary, with the name it had then. */
export type Named = Readonly<{ id: string | null; name: string }>;

/** How the guest gets the order; `unknown` where the vendor names a way that nobody described. */
export type ServiceType = 'courier' | 'pickup' | 'common' | 'unknown';

/** The moments of a delivery's life, each with the meaning iiko gives it (`iiko-api.md` 1.4). */
export type OrderTimes = Readonly<{
  created: Stamp | null;
  confirmed: Stamp | null;
  /** When the kitchen should start. */
  cookingStart: Stamp | null;
  printed: Stamp | null;
  cookingCompleted: Stamp | null;
  packed: Stamp | null;
  billPrinted: Stamp | null;
  sent: Stamp | null;
  delivered: Stamp | null;
  closed: Stamp | null;
  cancelled: Stamp | null;
  /** What the guest was promised (`completeBefore`). */
  promised: Stamp | null;
  estimated: Stamp | null;
  receivedByApi: Stamp | null;
  receivedFromFront: Stamp | null;
}>;

/** The guest as the vendor knows him; `none`: the order was made without one. */
export type Customer = Readonly<{
  kind: 'regular' | 'one-time' | 'none';
  id: string | null;
  name: string;
  surname: string;
  comment: string;
  highRisk: boolean;
  highRiskReason: string;
}>;

/** Where to bring the order, part by part; '' where nothing was said. */
export type Address = Readonly<{
  city: string;
  street: string;
  house: string;
  building: string;
  flat: string;
  entrance: string;
  floor: string;
  doorphone: string;
  region: string;
  index: string;
  /** The whole address in one line, when the vendor sends only that (address format `City`). */
  line: string;
  comment: string;
  latitude: number | null;
  longitude: number | null;
}>;

/** One line of the receipt; money in minor units of the order’s currency. */
export type OrderLine = Readonly<{
  kind: 'product' | 'compound' | 'service' | 'unknown';
  productId: string | null;
  name: string;
  /** Thousandths of a piece, so that half a portion is exact. */
  amountMilli: number;
  priceMinor: number;
  /** What the guest pays for the line, after discounts; excludes modifiers. */
  sumMinor: number;
  size: string;
  comment: string;
  status: string;
  /** A removed line stays visible but counts nowhere. */
  deleted: boolean;
  deletionReason: string;
  modifiers: readonly OrderModifier[];
}>;

/** What was added to a line or changed in it; money in minor units. */
export type OrderModifier = Readonly<{
  productId: string | null;
  name: string;
  amountMilli: number;
  priceMinor: number;
  sumMinor: number;
  deleted: boolean;
}>;

/** One payment of an order, in minor units; `preliminary` until the register took it. */
export type Payment = Readonly<{
  type: Named;
  kind: string;
  sumMinor: number;
  preliminary: boolean;
  external: boolean;
  processed: boolean;
  prepay: boolean;
}>;

/** A discount or a surcharge of an order, in minor units. */
export type Discount = Readonly<{ type: Named; sumMinor: number }>;

/**
 * What a product of an order cost the restaurant in all, in 1/10,000 of the currency's unit
 * (`iiko-api.md` 3.3). Preliminary while the accounts of its day may still move.
 */
export type ProductCost = Readonly<{ productId: string; costE4: number; preliminary: boolean }>;

/** Links between the two halves of a transfer and between parts of a split delivery. */
export type OrderLinks = Readonly<{
  movedFrom: string | null;
  movedTo: string | null;
  parent: string | null;
}>;

/** One delivery order as the whole product sees it: vendor-free, exact, complete. */
export type Order = Readonly<{
  /** The first identity is the one that the source synchronises by. */
  identities: readonly [Identity, ...Identity[]];
  /** Vendor's id of the organization and of the venue (terminal group). */
  organizationId: string;
  venueId: string | null;
  /** The vendor's own version of the order: larger is newer (`iiko-api.md` 1.3). */
  version: number;
  status: VendorStatus;
  stage: Stage;
  /**
   * False while the vendor has not accepted the order; `creationError` then says why. One that it will
   * never accept has that for its `problem`: a guest waits for it and no kitchen knows.
   */
  created: boolean;
  creationError: string;
  number: string;
  externalNumber: string;
  serviceType: ServiceType;
  orderType: Named | null;
  currency: Currency;
  sumMinor: number;
  discountMinor: number;
  paidMinor: number | null;
  phone: string;
  phoneExtension: string;
  customer: Customer;
  address: Address | null;
  zone: string;
  times: OrderTimes;
  /** Promised duration in minutes, as the vendor counts it. */
  durationMinutes: number | null;
  asap: boolean;
  marketingSource: Named | null;
  sourceKey: string;
  coupon: string;
  externalData: readonly Readonly<{ key: string; value: string }>[];
  conception: Named | null;
  operator: Named | null;
  courier: Named | null;
  courierService: Named | null;
  guests: number;
  comment: string;
  problem: string | null;
  cancelCause: Named | null;
  cancelComment: string;
  links: OrderLinks;
  deleted: boolean;
  lines: readonly OrderLine[];
  payments: readonly Payment[];
  discounts: readonly Discount[];
  /** By product; absent where the vendor tells none. A product that is missing has no known cost. */
  costs?: readonly ProductCost[];
}>;

/** An order together with the bytes (UTF-8) it was read from, which the journal keeps to the letter. */
export type ObservedOrder = Readonly<{ order: Order; payload: Uint8Array }>;

/** Something the source could not read: kept and shown, never dropped. */
export type Quarantined = Readonly<{
  vendorId: string | null;
  /** Where the answer was of several organizations: the one whose list it stood in. */
  organizationId?: string;
  reason: string;
  payload: string;
}>;
