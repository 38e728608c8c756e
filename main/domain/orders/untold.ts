import type { Address, Customer, OrderTimes } from './order.ts';

/** The guest of an order that names none. */
export const NOBODY: Customer = {
  kind: 'none',
  id: null,
  name: '',
  surname: '',
  comment: '',
  highRisk: false,
  highRiskReason: '',
};

/** An address before anything of it is told; a system that tells some parts fills them in. */
export const EMPTY_ADDRESS: Address = {
  city: '',
  street: '',
  house: '',
  building: '',
  flat: '',
  entrance: '',
  floor: '',
  doorphone: '',
  region: '',
  index: '',
  line: '',
  comment: '',
  latitude: null,
  longitude: null,
};

/** The times of an order before any of them is told. */
export const NO_TIMES: OrderTimes = {
  created: null,
  confirmed: null,
  cookingStart: null,
  printed: null,
  cookingCompleted: null,
  packed: null,
  billPrinted: null,
  sent: null,
  delivered: null,
  closed: null,
  cancelled: null,
  promised: null,
  estimated: null,
  receivedByApi: null,
  receivedFromFront: null,
};
