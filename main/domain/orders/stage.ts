/**
 * Where a delivery stands in its life, whichever system told us. The order of this list is the
 * life cycle for display only: never compare stages by number, statuses may also move backwards
 * (`iiko-api.md` 1.5, trap T16).
 */
export const STAGES = [
  'unconfirmed',
  'new',
  'ready-for-cooking',
  'cooking',
  'cooked',
  'waiting',
  'on-way',
  'delivered',
  'closed',
  'cancelled',
  'unknown',
] as const;

/** Where one delivery stands. */
export type Stage = (typeof STAGES)[number];

/** A status as its own system names it; unknown ones are kept, never dropped (trap T4). */
export type VendorStatus = Readonly<{ system: string; code: string }>;

/** What iiko says of an order in place of a status while there is none, or when there never will be. */
export type Creation = 'InProgress' | 'Error';
export const CREATIONS: readonly Creation[] = ['InProgress', 'Error'];
export const isCreation = (code: string): code is Creation =>
  (CREATIONS as readonly string[]).includes(code);

const HANDED_OVER: ReadonlySet<Stage> = new Set<Stage>(['delivered', 'closed', 'cancelled']);
const BEFORE_KITCHEN: ReadonlySet<Stage> = new Set<Stage>([
  'unconfirmed',
  'new',
  'ready-for-cooking',
]);

/** The promise no longer runs: the guest has the order, or never will. */
export const isHandedOver = (stage: Stage): boolean => HANDED_OVER.has(stage);

/** The kitchen has not started yet. */
export const isBeforeKitchen = (stage: Stage): boolean => BEFORE_KITCHEN.has(stage);
