import type { Maybe, Uuid, WireNamed } from './wire-values.ts';

export type WireOrganizationsRequest = {
  organizationIds?: Maybe<Uuid[]>;
  returnAdditionalInfo?: boolean;
  includeDisabled?: boolean;
};
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
export type WireOrganizations = { correlationId?: Maybe<Uuid>; organizations: WireOrganization[] };

/** Grouped answers wrap each organization's rows; either list may be missing on old servers. */
export type WireGroup<T> = { organizationId: Uuid; items: T[] };

export type WireTerminalGroupsRequest = { organizationIds: Uuid[]; includeDisabled?: boolean };
export type WireTerminalGroup = WireNamed & {
  organizationId: Uuid;
  address?: Maybe<string>;
  timeZone?: Maybe<string>;
  posVersion?: Maybe<string>;
};
export type WireTerminalGroups = {
  correlationId?: Maybe<Uuid>;
  terminalGroups: WireGroup<WireTerminalGroup>[];
  terminalGroupsInSleep?: Maybe<WireGroup<WireTerminalGroup>[]>;
};

export type WireAliveRequest = { organizationIds: Uuid[]; terminalGroupIds: Uuid[] };
export type WireAlive = {
  correlationId?: Maybe<Uuid>;
  isAliveStatus: { terminalGroupId: Uuid; organizationId: Uuid; isAlive: boolean }[];
};

export type WireByOrganizationsRequest = { organizationIds: Uuid[]; includeDeleted?: boolean };

export type WireMarketingSource = WireNamed & {
  organizationId: Uuid;
  externalRevision?: Maybe<number>;
  isDeleted?: Maybe<boolean>;
  /** Keys of order sources bound to this advert. */
  attachedSources?: Maybe<string[]>;
};
export type WireMarketingSources = {
  correlationId?: Maybe<Uuid>;
  marketingSources: WireMarketingSource[];
};

export type WireNomenclatureRequest = { organizationId: Uuid; startRevision?: number };
export type WireProduct = WireNamed & {
  isDeleted?: Maybe<boolean>;
  /** The menu's group, as sites show it. */
  parentGroup?: Maybe<Uuid>;
};
export type WireNomenclature = { correlationId?: Maybe<Uuid>; products: WireProduct[] };

/** Rows carry no organization: ask for one organization at a time. */
export type WireCancelCause = WireNamed & { isDeleted?: Maybe<boolean> };
export type WireCancelCauses = { correlationId?: Maybe<Uuid>; cancelCauses: WireCancelCause[] };

export type WireOrderType = WireNamed & {
  /** `Common`, `DeliveryByCourier`, `DeliveryPickUp` here; orders say `DeliveryByClient`. */
  orderServiceType?: Maybe<string>;
  isDeleted?: Maybe<boolean>;
  isDefault?: Maybe<boolean>;
  externalRevision?: Maybe<number>;
};
export type WireOrderTypes = {
  correlationId?: Maybe<Uuid>;
  orderTypes: WireGroup<WireOrderType>[];
};

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
export type WirePaymentTypes = { correlationId?: Maybe<Uuid>; paymentTypes: WirePaymentType[] };

export type WireRegion = WireNamed & {
  externalRevision?: Maybe<number>;
  isDeleted?: Maybe<boolean>;
};
export type WireRegions = { correlationId?: Maybe<Uuid>; regions: WireGroup<WireRegion>[] };

export type WireCity = WireRegion & {
  classifierId?: Maybe<string>;
  additionalInfo?: Maybe<string>;
};
export type WireCities = { correlationId?: Maybe<Uuid>; cities: WireGroup<WireCity>[] };

export type WireStreetsRequest = { organizationId: Uuid; cityId: Uuid; includeDeleted?: boolean };
export type WireCityStreet = WireRegion & { classifierId?: Maybe<string> };
export type WireStreets = { correlationId?: Maybe<Uuid>; streets: WireCityStreet[] };

export type WireCourier = {
  id: Uuid;
  firstName?: Maybe<string>;
  middleName?: Maybe<string>;
  lastName?: Maybe<string>;
  displayName?: Maybe<string>;
  code?: Maybe<string>;
  isDeleted?: Maybe<boolean>;
};
export type WireCouriers = { correlationId?: Maybe<Uuid>; employees: WireGroup<WireCourier>[] };

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
export type WireDeliveryRestrictions = {
  correlationId?: Maybe<Uuid>;
  deliveryRestrictions: WireRestrictions[];
};
