import type { Maybe, Uuid, WireNamed } from './wire-values.ts';

/** What to tell of organizations (`iiko-api.md` 1.8). */
export type WireOrganizationsRequest = {
  organizationIds?: Maybe<Uuid[]>;
  returnAdditionalInfo?: boolean;
  includeDisabled?: boolean;
};

/** An organization, extended when `returnAdditionalInfo` was asked for. */
export type WireOrganization = WireNamed & {
  responseType?: string;
  code?: Maybe<string>;
  country?: Maybe<string>;
  restaurantAddress?: Maybe<string>;
  latitude?: Maybe<number>;
  longitude?: Maybe<number>;
  version?: Maybe<string>;
  currencyIsoName?: Maybe<string>;
  marketingSourceRequiredInDelivery?: Maybe<boolean>;
  addressFormatType?: Maybe<string>;
};

/** Organizations that the login may see. */
export type WireOrganizations = { correlationId?: Maybe<Uuid>; organizations: WireOrganization[] };

/** Grouped answers wrap each organization's rows; either list may be missing on old servers. */
export type WireGroup<T> = { organizationId: Uuid; items: T[] };

/** Terminal groups of some organizations. */
export type WireTerminalGroupsRequest = { organizationIds: Uuid[]; includeDisabled?: boolean };

/** A terminal group: a venue here. */
export type WireTerminalGroup = WireNamed & {
  organizationId: Uuid;
  address?: Maybe<string>;
  timeZone?: Maybe<string>;
  posVersion?: Maybe<string>;
};

/** Terminal groups, those that sleep apart. */
export type WireTerminalGroups = {
  correlationId?: Maybe<Uuid>;
  terminalGroups: WireGroup<WireTerminalGroup>[];
  terminalGroupsInSleep?: Maybe<WireGroup<WireTerminalGroup>[]>;
};

/** Which terminal groups to ask whether they answer. */
export type WireAliveRequest = { organizationIds: Uuid[]; terminalGroupIds: Uuid[] };

/** Whether each of them answered. */
export type WireAlive = {
  correlationId?: Maybe<Uuid>;
  isAliveStatus: { terminalGroupId: Uuid; organizationId: Uuid; isAlive: boolean }[];
};

/** What most dictionaries are asked with. */
export type WireByOrganizationsRequest = { organizationIds: Uuid[]; includeDeleted?: boolean };

/** An advertising source of orders. */
export type WireMarketingSource = WireNamed & {
  organizationId: Uuid;
  externalRevision?: Maybe<number>;
  isDeleted?: Maybe<boolean>;
  /** Keys of order sources bound to this advert. */
  attachedSources?: Maybe<string[]>;
};

/** Advertising sources of every organization asked for, in one list. */
export type WireMarketingSources = {
  correlationId?: Maybe<Uuid>;
  marketingSources: WireMarketingSource[];
};

/** The menu of one organization; 0 is all of it. */
export type WireNomenclatureRequest = { organizationId: Uuid; startRevision?: number };

/** An entry of the menu. */
export type WireProduct = WireNamed & {
  isDeleted?: Maybe<boolean>;
  /** The menu's group, as sites show it. */
  parentGroup?: Maybe<Uuid>;
};

/** The menu, as far as it is read here. */
export type WireNomenclature = { correlationId?: Maybe<Uuid>; products: WireProduct[] };

/** Rows carry no organization: ask for one organization at a time. */
export type WireCancelCause = WireNamed & { isDeleted?: Maybe<boolean> };

/** Causes of cancellation. */
export type WireCancelCauses = { correlationId?: Maybe<Uuid>; cancelCauses: WireCancelCause[] };

/** A type of orders. */
export type WireOrderType = WireNamed & {
  /** `Common`, `DeliveryByCourier`, `DeliveryPickUp` here; orders say `DeliveryByClient`. */
  orderServiceType?: Maybe<string>;
  isDeleted?: Maybe<boolean>;
  isDefault?: Maybe<boolean>;
  externalRevision?: Maybe<number>;
};

/** Types of orders by organization. */
export type WireOrderTypes = {
  correlationId?: Maybe<Uuid>;
  orderTypes: WireGroup<WireOrderType>[];
};

/** A way to pay, with the terminal groups that take it. */
export type WirePaymentType = {
  id?: Maybe<Uuid>;
  code?: Maybe<string>;
  name?: Maybe<string>;
  comment?: Maybe<string>;
  combinable?: Maybe<boolean>;
  externalRevision?: Maybe<number>;
  applicableMarketingCampaigns?: Maybe<Uuid[]>;
  isDeleted?: Maybe<boolean>;
  printCheque?: Maybe<boolean>;
  paymentProcessingType?: Maybe<string>;
  paymentTypeKind?: Maybe<string>;
  terminalGroups?: Maybe<WireTerminalGroup[]>;
};

/** Ways to pay, one list for all organizations. */
export type WirePaymentTypes = { correlationId?: Maybe<Uuid>; paymentTypes: WirePaymentType[] };

/** A region that cities lie in. */
export type WireRegion = WireNamed & {
  externalRevision?: Maybe<number>;
  isDeleted?: Maybe<boolean>;
};

/** Regions by organization. */
export type WireRegions = { correlationId?: Maybe<Uuid>; regions: WireGroup<WireRegion>[] };

/** A city of the address book. */
export type WireCity = WireRegion & {
  classifierId?: Maybe<string>;
  additionalInfo?: Maybe<string>;
};

/** Cities by organization. */
export type WireCities = { correlationId?: Maybe<Uuid>; cities: WireGroup<WireCity>[] };

/** Streets of one city: they are asked city by city. */
export type WireStreetsRequest = { organizationId: Uuid; cityId: Uuid; includeDeleted?: boolean };

/** A street of the address book. */
export type WireCityStreet = WireRegion & { classifierId?: Maybe<string> };

/** Streets of the city asked for. */
export type WireStreets = { correlationId?: Maybe<Uuid>; streets: WireCityStreet[] };

/** An employee who delivers. */
export type WireCourier = {
  id: Uuid;
  firstName?: Maybe<string>;
  middleName?: Maybe<string>;
  lastName?: Maybe<string>;
  displayName?: Maybe<string>;
  code?: Maybe<string>;
  isDeleted?: Maybe<boolean>;
};

/** Couriers by organization. */
export type WireCouriers = { correlationId?: Maybe<Uuid>; employees: WireGroup<WireCourier>[] };

/** A delivery zone (`iiko-api.md` 1.9): a ring, or lists of houses. */
export type WireZone = {
  name?: Maybe<string>;
  /** An ordered ring; whether it is closed and how it turns is not said. */
  coordinates?: Maybe<{ latitude: number; longitude: number }[]>;
  addresses?: Maybe<
    {
      streetId: Uuid;
      postcode?: Maybe<string>;
      houses?: Maybe<{
        type: number;
        startingNumber: number;
        maxNumber: number;
        isUnlimitedRange: boolean;
        specificNumbers: string[];
      }>;
    }[]
  >;
};

/** Which terminal group serves a zone, when and on what terms. */
export type WireZoneRule = {
  /** Name of the zone the rule is for; null is every zone. */
  zone?: Maybe<string>;
  terminalGroupId?: Maybe<Uuid>;
  organizationId?: Maybe<Uuid>;
  minSum?: Maybe<number>;
  /** Bits of week days; which bit is Monday is not documented. */
  weekMap?: Maybe<number>;
  /** Minutes from midnight; `to` below `from` ends after midnight. */
  from?: Maybe<number>;
  to?: Maybe<number>;
  priority?: Maybe<number>;
  deliveryDurationInMinutes?: Maybe<number>;
  deliveryServiceProductId?: Maybe<Uuid>;
};

/** Zones and rules of one organization. */
export type WireRestrictions = {
  organizationId: Uuid;
  deliveryGeocodeServiceType?: Maybe<number>;
  deliveryRegionsMapUrl?: Maybe<string>;
  defaultDeliveryDurationInMinutes?: Maybe<number>;
  defaultSelfServiceDurationInMinutes?: Maybe<number>;
  useSameDeliveryDuration?: Maybe<boolean>;
  useSameMinSum?: Maybe<boolean>;
  defaultMinSum?: Maybe<number>;
  useSameWorkTimeInterval?: Maybe<boolean>;
  defaultFrom?: Maybe<number>;
  defaultTo?: Maybe<number>;
  useSameRestrictionsOnAllWeek?: Maybe<boolean>;
  restrictions?: Maybe<WireZoneRule[]>;
  deliveryZones?: Maybe<WireZone[]>;
  rejectOnGeocodingError?: Maybe<boolean>;
  addDeliveryServiceCost?: Maybe<boolean>;
  useSameDeliveryServiceProduct?: Maybe<boolean>;
  defaultDeliveryServiceProductId?: Maybe<Uuid>;
  useExternalAssignationService?: Maybe<boolean>;
  frontTrustsCallCenterCheck?: Maybe<boolean>;
  externalAssignationServiceUrl?: Maybe<string>;
  requireExactAddressForGeocoding?: Maybe<boolean>;
  zonesMode?: Maybe<number>;
  autoAssignExternalDeliveries?: Maybe<boolean>;
  actionOnValidationRejection?: Maybe<number>;
};

/** Zones and rules of every organization asked for. */
export type WireDeliveryRestrictions = {
  correlationId?: Maybe<Uuid>;
  deliveryRestrictions: WireRestrictions[];
};
