import type { Maybe, Uuid, WireNamed, WireTime } from './wire-values.ts';

/** That a line was removed, and why. */
export type WireDeletion = {
  deletionMethod?: Maybe<{
    id?: Maybe<string>;
    comment?: Maybe<string>;
    removalType?: Maybe<WireNamed>;
  }>;
};

/** What was added to a line; sums in major units. */
export type WireModifier = {
  product?: Maybe<WireNamed>;
  amount?: Maybe<number>;
  amountIndependentOfParentAmount?: Maybe<boolean>;
  productGroup?: Maybe<WireNamed>;
  price?: Maybe<number>;
  pricePredefined?: Maybe<boolean>;
  resultSum?: Maybe<number>;
  deleted?: Maybe<WireDeletion>;
  positionId?: Maybe<Uuid>;
  defaultAmount?: Maybe<number>;
  hideIfDefaultAmount?: Maybe<boolean>;
  taxPercent?: Maybe<number>;
  freeOfChargeAmount?: Maybe<number>;
  codes?: unknown;
};
/** What a product line and the halves of a compound line have alike. */
export type WireComponent = {
  product?: Maybe<WireNamed>;
  modifiers?: Maybe<WireModifier[]>;
  price?: Maybe<number>;
  /** Quantity × price before discounts for a product; with discounts for a compound's part. */
  cost?: Maybe<number>;
  pricePredefined?: Maybe<boolean>;
  positionId?: Maybe<Uuid>;
  taxPercent?: Maybe<number>;
  resultSum?: Maybe<number>;
  codes?: unknown;
};

/** A line of the receipt (`iiko-api.md` 1.4); sums in major units. */
export type WireItem = WireComponent & {
  /** `Product`, `Compound` or `Service`. */
  type?: Maybe<string>;
  status?: Maybe<string>;
  deleted?: Maybe<WireDeletion>;
  amount?: Maybe<number>;
  comment?: Maybe<string>;
  whenPrinted?: Maybe<WireTime>;
  size?: Maybe<WireNamed>;
  comboInformation?: Maybe<{
    comboId: Uuid;
    comboSourceId: Uuid;
    groupId: Uuid;
    groupName?: Maybe<string>;
  }>;
  primaryComponent?: Maybe<WireComponent>;
  secondaryComponent?: Maybe<WireComponent>;
  commonModifiers?: Maybe<WireModifier[]>;
  template?: Maybe<WireNamed>;
  /** Only of a service line, which has neither product, nor price, nor resultSum. */
  service?: Maybe<WireNamed>;
};

/** One payment; `isPreliminary` until the register took it. */
export type WirePayment = {
  paymentType?: Maybe<WireNamed & { kind?: Maybe<string> }>;
  sum?: Maybe<number>;
  isPreliminary?: Maybe<boolean>;
  isExternal?: Maybe<boolean>;
  isProcessedExternally?: Maybe<boolean>;
  isFiscalizedExternally?: Maybe<boolean>;
  isPrepay?: Maybe<boolean>;
};

/** Tips are payments of their own. */
export type WireTips = WirePayment & { tipsType?: Maybe<WireNamed> };

/** A discount or a surcharge; `selectivePositions` names the lines it is for. */
export type WireDiscount = {
  discountType?: Maybe<WireNamed>;
  sum?: Maybe<number>;
  selectivePositions?: Maybe<Uuid[]>;
  selectivePositionsWithSum?: Maybe<{ positionId: Uuid; sum: number }[]>;
};

/** A combo that lines refer to by `comboInformation`. */
export type WireCombo = WireNamed & {
  amount?: Maybe<number>;
  price?: Maybe<number>;
  sourceId?: Maybe<Uuid>;
  size?: Maybe<WireNamed>;
};
