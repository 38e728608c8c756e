/**
 * The JSON of iiko.biz as it comes (`iiko-api.md` 2.2–2.4, from recordings). Numbers may be texts
 * and may carry nine decimals; everything may be null or absent.
 */

/** A field that may be null; with `?` also absent. */
export type Maybe<T> = T | null;

/** `yyyy-MM-dd HH:mm:ss` without an offset: the restaurant's local time. */
export type BizTime = string;

/** A number, or the text of one. */
export type BizNumber = number | string;

/** What an error says; some answers write `Message` with a capital. */
export type BizError = {
  code?: Maybe<string | number>;
  message?: Maybe<string>;
  Message?: Maybe<string>;
  description?: Maybe<string>;
  httpStatusCode?: Maybe<number>;
  uiMessage?: Maybe<string>;
};

/** A row of `organization/list` (2.2). */
export type BizOrganization = {
  id: string;
  name?: Maybe<string>;
  description?: Maybe<string>;
  address?: Maybe<string>;
  isActive?: Maybe<boolean>;
  latitude?: Maybe<BizNumber>;
  longitude?: Maybe<BizNumber>;
  networkId?: Maybe<string>;
  phone?: Maybe<string>;
  currencyIsoName?: Maybe<string>;
};

/** A row of `deliverySettings/getDeliveryTerminals` (2.2): a venue. */
export type BizTerminal = {
  organizationId?: Maybe<string>;
  deliveryTerminalId: string;
  deliveryRestaurantName?: Maybe<string>;
  deliveryGroupName?: Maybe<string>;
  name?: Maybe<string>;
  address?: Maybe<string>;
};

/** A reference to a dictionary’s entry. */
export type BizNamed = { id?: Maybe<string>; name?: Maybe<string>; code?: Maybe<string> };

/** Where the order goes, part by part. */
export type BizAddress = {
  city?: Maybe<string>;
  street?: Maybe<string>;
  streetId?: Maybe<string>;
  index?: Maybe<string>;
  home?: Maybe<string>;
  housing?: Maybe<string>;
  apartment?: Maybe<string>;
  entrance?: Maybe<string>;
  floor?: Maybe<string>;
  doorphone?: Maybe<string>;
  comment?: Maybe<string>;
  regionId?: Maybe<string>;
};

/** The card of the guest; a one-time guest has none. */
export type BizCustomer = {
  id?: Maybe<string>;
  name?: Maybe<string>;
  surName?: Maybe<string>;
  nick?: Maybe<string>;
  comment?: Maybe<string>;
  phone?: Maybe<string>;
  email?: Maybe<string>;
  sex?: Maybe<number>;
};

/** What was added to a dish. */
export type BizModifier = {
  id?: Maybe<string>;
  name?: Maybe<string>;
  amount?: Maybe<BizNumber>;
  sum?: Maybe<BizNumber>;
};

/** A dish of the order; `sum` is before the discounts of the whole order. */
export type BizItem = BizModifier & {
  orderItemId?: Maybe<string>;
  code?: Maybe<string>;
  category?: Maybe<string>;
  size?: Maybe<string | BizNamed>;
  comment?: Maybe<string>;
  guestId?: Maybe<string>;
  modifiers?: Maybe<BizModifier[]>;
  comboInformation?: unknown;
};

/** One payment of the order, in major units. */
export type BizPayment = {
  sum?: Maybe<BizNumber>;
  paymentType?: Maybe<BizNamed>;
  isProcessedExternally?: Maybe<boolean>;
  isPreliminary?: Maybe<boolean>;
  isExternal?: Maybe<boolean>;
};

/** A discount or a surcharge of the order, in major units. */
export type BizDiscount = {
  discountCardTypeId?: Maybe<string>;
  discountCardSlip?: Maybe<string>;
  discountOrIncreaseSum?: Maybe<BizNumber>;
};

/** An order as really returned (2.3); times are the restaurant’s local ones. */
export type BizOrder = {
  orderId: string;
  organization?: Maybe<string>;
  restaurantId?: Maybe<string>;
  movedDeliveryId?: Maybe<string>;
  customer?: Maybe<BizCustomer>;
  customerId?: Maybe<string>;
  customerName?: Maybe<string>;
  customerPhone?: Maybe<string>;
  address?: Maybe<BizAddress>;
  /** After discounts and surcharges. */
  sum?: Maybe<BizNumber>;
  discount?: Maybe<BizNumber>;
  number?: Maybe<BizNumber>;
  /** Words in the language of the restaurant's server. */
  status?: Maybe<string>;
  statusCode?: Maybe<string>;
  deliveryCancelCause?: Maybe<BizNamed>;
  deliveryCancelComment?: Maybe<string>;
  /** `displayName` is added by us: iiko.biz tells the id alone. */
  courierInfo?: Maybe<{
    courierId?: Maybe<string>;
    location?: unknown;
    displayName?: Maybe<string>;
  }>;
  orderLocationInfo?: Maybe<{ latitude?: Maybe<BizNumber>; longitude?: Maybe<BizNumber> }>;
  /** The promised time. */
  deliveryDate?: Maybe<BizTime>;
  createdTime?: Maybe<BizTime>;
  confirmTime?: Maybe<BizTime>;
  printTime?: Maybe<BizTime>;
  billTime?: Maybe<BizTime>;
  sendTime?: Maybe<BizTime>;
  /** When the guest got it. */
  actualTime?: Maybe<BizTime>;
  closeTime?: Maybe<BizTime>;
  cancelTime?: Maybe<BizTime>;
  comment?: Maybe<string>;
  problem?: Maybe<{ hasProblem?: Maybe<boolean>; problem?: Maybe<string> }>;
  operator?: Maybe<{ id?: Maybe<string>; displayName?: Maybe<string>; pinCode?: Maybe<string> }>;
  conception?: Maybe<BizNamed>;
  marketingSource?: Maybe<BizNamed & { attachedSources?: Maybe<string[]> }>;
  durationInMinutes?: Maybe<BizNumber>;
  personsCount?: Maybe<BizNumber>;
  splitBetweenPersons?: Maybe<boolean>;
  items?: Maybe<BizItem[]>;
  guests?: Maybe<BizNamed[]>;
  payments?: Maybe<BizPayment[]>;
  /** `orderServiceType`: `DELIVERY_BY_COURIER`, `DELIVERY_PICKUP`, `COMMON`. */
  orderType?: Maybe<BizNamed & { orderServiceType?: Maybe<string> }>;
  deliveryTerminal?: Maybe<{
    deliveryTerminalId?: Maybe<string>;
    restaurantName?: Maybe<string>;
    groupName?: Maybe<string>;
  }>;
  discounts?: Maybe<BizDiscount[]>;
  iikoCard5Coupon?: Maybe<string>;
  customData?: Maybe<string>;
};

/** The answer of every method that lists orders. */
export type BizOrders = { deliveryOrders?: Maybe<BizOrder[]> };
