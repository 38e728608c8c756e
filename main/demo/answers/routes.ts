import type { AnswerFields, Body, ChainContext } from './chain-context.ts';
import {
  cancelCauses,
  cityList,
  couriers,
  marketingSources,
  nomenclature,
  orderTypes,
  paymentTypes,
  regions,
  streetsOfCity,
} from './dictionaries.ts';
import { deliveryRestrictions } from './delivery-restrictions.ts';
import {
  ordersById,
  ordersByPhone,
  ordersByRevision,
  ordersByWindow,
  phoneHistory,
  type OrderPage,
} from './orders.ts';
import {
  aliveTerminalGroups,
  organizations,
  organizationsSettings,
  terminalGroups,
} from './organizations.ts';

type Answer = (context: ChainContext, body: Body) => AnswerFields;
type OrderAnswer = (context: ChainContext, body: Body) => OrderPage;

/** The methods that answer with dictionaries and settings. */
export const DIRECTORY_ROUTES: Readonly<Record<string, Answer>> = {
  '/api/1/organizations': organizations,
  '/api/1/organizations/settings': organizationsSettings,
  '/api/1/terminal_groups': terminalGroups,
  '/api/1/terminal_groups/is_alive': aliveTerminalGroups,
  '/api/1/marketing_sources': marketingSources,
  '/api/1/deliveries/order_types': orderTypes,
  '/api/1/payment_types': paymentTypes,
  '/api/1/cancel_causes': cancelCauses,
  '/api/1/employees/couriers': couriers,
  '/api/1/regions': regions,
  '/api/1/cities': cityList,
  '/api/1/streets/by_city': streetsOfCity,
  '/api/1/delivery_restrictions': deliveryRestrictions,
  '/api/1/nomenclature': nomenclature,
};

const DELIVERIES = '/api/1/deliveries';
/** The methods that answer with orders: the only ones whose answers faults rewrite. */
export const ORDER_ROUTES: Readonly<Record<string, OrderAnswer>> = {
  [`${DELIVERIES}/by_delivery_date_and_status`]: ordersByWindow,
  [`${DELIVERIES}/by_revision`]: ordersByRevision,
  [`${DELIVERIES}/by_id`]: ordersById,
  [`${DELIVERIES}/by_delivery_date_and_phone`]: ordersByPhone,
  [`${DELIVERIES}/history/by_delivery_date_and_phone`]: phoneHistory,
};

/** The methods that give tokens. */
export const TOKEN_ROUTES = {
  '/api/1/access_token': 'issueForLogin',
  '/api/v2/access_token': 'issueForKey',
} as const;
