/** Faults that answer instead of the API. */
export const REFUSING_FAULTS = [
  '302-page',
  '401-expired',
  '401-right',
  '401-page',
  '408',
  '429',
  '429-retry-after',
  '500',
  '502',
  '503',
] as const;

/** Faults that spoil how a good answer travels. */
export const CARRYING_FAULTS = [
  'reset',
  'drip',
  'cut',
  'html',
  'wrong-content-type',
  'wrong-encoding',
  'huge',
  'clock-wrong',
  'no-date',
] as const;

/** Faults that spoil one order of an answer. */
export const ORDER_FAULTS = [
  'order-bad-uuid',
  'order-empty',
  'order-text-for-number',
  'order-unknown-status',
  'order-unknown-item',
  'order-extra-fields',
  'order-nulls',
  'order-not-object',
] as const;

/** Faults of revisions and windows: every order is well formed, the set of them is wrong. */
export const SEQUENCE_FAULTS = [
  'revision-duplicate',
  'revision-reordered',
  'revision-regressing',
  'revision-missing',
  'revision-late',
  'revision-reset',
  'window-missing',
  'own-revisions',
] as const;

/** Faults that last for hours of the chain's clock: they hide a part of it. */
export const HIDING_FAULTS = ['organization-gone'] as const;

/** Faults of the restaurant's own server (`iiko-api.md` 3); Cloud does not know them. */
export const SERVER_FAULTS = [
  'server-no-slot',
  'server-restart',
  'server-starting',
  'server-olap-timeout',
  'server-busy-text',
  'olap-row-missing',
  'olap-row-bad',
  'olap-not-rows',
] as const;

/** Faults of iiko.biz (`iiko-api.md` 2.4), beside those of every HTTP server. */
export const BIZ_FAULTS = [
  'biz-701',
  'biz-705',
  'biz-705-as-good',
  'biz-licence',
  'biz-port-blocked',
  'biz-status-wrong',
  'biz-no-list',
] as const;

/** Every fault that can be asked for, by the name the command line uses. */
export const FAULT_KINDS = [
  ...REFUSING_FAULTS,
  ...CARRYING_FAULTS,
  ...ORDER_FAULTS,
  ...SEQUENCE_FAULTS,
  ...HIDING_FAULTS,
  ...SERVER_FAULTS,
  ...BIZ_FAULTS,
] as const;

export type RefusingFault = (typeof REFUSING_FAULTS)[number];
export type CarryingFault = (typeof CARRYING_FAULTS)[number];
export type OrderFault = (typeof ORDER_FAULTS)[number];
export type SequenceFault = (typeof SEQUENCE_FAULTS)[number];
export type ServerFault = (typeof SERVER_FAULTS)[number];
export type BizFault = (typeof BIZ_FAULTS)[number];
export type FaultKind = (typeof FAULT_KINDS)[number];

/** True when the text names a fault. */
export const isFaultKind = (text: string): text is FaultKind =>
  (FAULT_KINDS as readonly string[]).includes(text);
