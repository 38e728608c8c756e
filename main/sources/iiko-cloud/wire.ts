/**
 * The JSON of iiko Cloud as it comes (vendor's OpenAPI 9.7.5.2, `iiko-api.md` 1.3–1.8). Everything
 * that the vendor may leave out or send as null is optional here; enumerations are open strings,
 * because new values appear with every release.
 */

import type { WireCombo, WireDiscount, WireItem, WirePayment, WireTips } from './wire-items.ts';
import type { Maybe, Uuid, WireNamed, WireTime } from './wire-values.ts';

/** The body of a refusal; the words are English and not stable. */
export type WireError = {
  correlationId?: Maybe<Uuid>;
  errorDescription?: Maybe<string>;
  error?: Maybe<string>;
};

/** Login by one secret (1.2). */
export type WireAccessTokenRequest = { apiLogin: string };

/** Login by three secrets (1.2, v2). */
export type WireAccessTokenV2Request = { apiKey: string; appId: Uuid; clientSecret: string };

/** The answer of both logins. */
export type WireAccessToken = { correlationId?: Maybe<Uuid>; token: string };

/** Orders promised in a window of the venue’s local time (1.3). */
export type WireOrdersByDateRequest = {
  organizationIds: Uuid[];
  deliveryDateFrom: WireTime;
  deliveryDateTo?: Maybe<WireTime>;
  statuses?: Maybe<string[]>;
  sourceKeys?: Maybe<string[]>;
  courierIds?: Maybe<Uuid[]>;
};

/** Orders changed since a revision (1.3). */
export type WireOrdersByRevisionRequest = {
  /** Exclusive. */
  startRevision: number;
  organizationIds: Uuid[];
  sourceKeys?: Maybe<string[]>;
};

/** Named orders of one organization (1.3). */
export type WireOrdersByIdRequest = {
  organizationId: Uuid;
  orderIds?: Maybe<Uuid[]>;
  posOrderIds?: Maybe<Uuid[]>;
  sourceKeys?: Maybe<string[]>;
  returnExternalDataKeys?: Maybe<string[]>;
  returnLockedByUser?: boolean;
};

/** Orders by organization, true up to `maxRevision`. */
export type WireOrdersWithRevision = {
  correlationId?: Maybe<Uuid>;
  maxRevision: number;
  ordersByOrganizations: { organizationId: Uuid; orders: WireOrderInfo[] }[];
};

/** Orders without a revision: the answer by ids. */
export type WireOrders = { correlationId?: Maybe<Uuid>; orders: WireOrderInfo[] };

/** Why an order was not made. */
export type WireErrorInfo = {
  code?: Maybe<string>;
  message?: Maybe<string>;
  description?: Maybe<string>;
  additionalData?: unknown;
  errorReason?: Maybe<string>;
};

/** An order in its envelope: who it is, whether it was made, what it is now. */
export type WireOrderInfo = {
  id: Uuid;
  posId?: Maybe<Uuid>;
  externalNumber?: Maybe<string>;
  organizationId: Uuid;
  /** Epoch milliseconds UTC of the change; opaque and growing. */
  timestamp: number;
  /** `Success`, `InProgress`, `Error`. */
  creationStatus?: Maybe<string>;
  errorInfo?: Maybe<WireErrorInfo>;
  /** Null unless `creationStatus` is `Success`. */
  order?: Maybe<WireOrder>;
};

/** The guest of an order. */
export type WireCustomer = {
  /** `regular` or `one-time`. */
  type?: Maybe<string>;
  id?: Maybe<Uuid>;
  name?: Maybe<string>;
  surname?: Maybe<string>;
  comment?: Maybe<string>;
  gender?: Maybe<string>;
  inBlacklist?: Maybe<boolean>;
  blacklistReason?: Maybe<string>;
  birthdate?: Maybe<WireTime>;
};

/** Who took or brings the order. */
export type WireEmployee = WireNamed & { phone?: Maybe<string> };

/** A street of an address. */
export type WireStreet = WireNamed & { city?: Maybe<WireNamed> };

/** Where the order goes, by the organization’s address format. */
export type WireAddress = {
  street?: Maybe<WireStreet>;
  index?: Maybe<string>;
  house?: Maybe<string>;
  building?: Maybe<string>;
  flat?: Maybe<string>;
  entrance?: Maybe<string>;
  floor?: Maybe<string>;
  doorphone?: Maybe<string>;
  region?: Maybe<WireNamed>;
  /** The only meaningful field when the organization's address format is `City`. */
  line1?: Maybe<string>;
};

/** The address with its place on the map. */
export type WireDeliveryPoint = {
  coordinates?: Maybe<{ latitude: number; longitude: number }>;
  address?: Maybe<WireAddress>;
  externalCartographyId?: Maybe<string>;
  comment?: Maybe<string>;
};

/** The order itself (1.4); times are the terminal’s local ones unless said otherwise (1.7). */
export type WireOrder = {
  number: number;
  /** One of the statuses of `iiko-api.md` 1.5, or one that is not known yet. */
  status: string;
  phone?: Maybe<string>;
  phoneExtension?: Maybe<string>;
  parentDeliveryId?: Maybe<Uuid>;
  customer?: Maybe<WireCustomer>;
  deliveryPoint?: Maybe<WireDeliveryPoint>;
  deliveryZone?: Maybe<string>;
  cancelInfo?: Maybe<{
    whenCancelled?: Maybe<WireTime>;
    cause?: Maybe<WireNamed>;
    comment?: Maybe<string>;
  }>;
  courierInfo?: Maybe<{
    courier?: Maybe<WireEmployee>;
    isCourierSelectedManually?: Maybe<boolean>;
  }>;
  /** The promised time. */
  completeBefore?: Maybe<WireTime>;
  whenCreated?: Maybe<WireTime>;
  whenConfirmed?: Maybe<WireTime>;
  whenPrinted?: Maybe<WireTime>;
  whenCookingCompleted?: Maybe<WireTime>;
  whenPacked?: Maybe<WireTime>;
  whenSended?: Maybe<WireTime>;
  whenDelivered?: Maybe<WireTime>;
  whenBillPrinted?: Maybe<WireTime>;
  whenClosed?: Maybe<WireTime>;
  cookingStartTime?: Maybe<WireTime>;
  estimatedTime?: Maybe<WireTime>;
  lockedAt?: Maybe<WireTime>;
  /** UTC, unlike the other times. */
  whenReceivedByApi?: Maybe<WireTime>;
  /** UTC, unlike the other times. */
  whenReceivedFromFront?: Maybe<WireTime>;
  comment?: Maybe<string>;
  problem?: Maybe<{ hasProblem?: Maybe<boolean>; description?: Maybe<string> }>;
  operator?: Maybe<WireEmployee>;
  marketingSource?: Maybe<WireNamed>;
  sourceKey?: Maybe<string>;
  conception?: Maybe<WireNamed & { code?: Maybe<string> }>;
  /** Minutes. */
  deliveryDuration?: Maybe<number>;
  isAsap?: Maybe<boolean>;
  indexInCourierRoute?: Maybe<number>;
  isDeleted?: Maybe<boolean>;
  movedFromDeliveryId?: Maybe<Uuid>;
  movedFromTerminalGroupId?: Maybe<Uuid>;
  movedFromOrganizationId?: Maybe<Uuid>;
  movedToDeliveryId?: Maybe<Uuid>;
  movedToTerminalGroupId?: Maybe<Uuid>;
  movedToOrganizationId?: Maybe<Uuid>;
  externalCourierService?: Maybe<WireNamed>;
  menuId?: Maybe<string>;
  priceCategory?: Maybe<WireNamed>;
  trackingLink?: Maybe<string>;
  /** After discounts and surcharges. */
  sum?: Maybe<number>;
  /** Null from old cash registers. */
  processedPaymentsSum?: Maybe<number>;
  guestsInfo?: Maybe<{ count?: Maybe<number>; splitBetweenPersons?: Maybe<boolean> }>;
  items?: Maybe<WireItem[]>;
  combos?: Maybe<WireCombo[]>;
  payments?: Maybe<WirePayment[]>;
  tips?: Maybe<WireTips[]>;
  discounts?: Maybe<WireDiscount[]>;
  /** `orderServiceType`: `Common`, `DeliveryByCourier`, `DeliveryByClient`. */
  orderType?: Maybe<WireNamed & { orderServiceType?: Maybe<string> }>;
  terminalGroupId?: Maybe<Uuid>;
  loyaltyInfo?: Maybe<{
    coupon?: Maybe<string>;
    appliedManualConditions?: Maybe<Uuid[]>;
    dynamicDiscounts?: Maybe<{ manualConditionId: Uuid; sum: number }[]>;
  }>;
  externalData?: Maybe<{ key: string; value: string }[]>;
};
