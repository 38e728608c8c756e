import type { Stage } from '../orders/stage.ts';
import type { StatusGroup } from './status-group.ts';

/** A status that a system is known to have, with its place in a life and its usual group. */
export type KnownStatus = Readonly<{
  system: string;
  status: string;
  stage: Stage;
  group: StatusGroup;
}>;

const known =
  (system: string) =>
  (status: string, stage: Stage, group: StatusGroup): KnownStatus => ({
    system,
    status,
    stage,
    group,
  });

const cloud = known('iiko-cloud');
const biz = known('iiko-biz');
const server = known('iiko-server');

/**
 * The statuses of iiko Cloud, iiko.biz and iikoServer with their usual groups: only a closed order is a sale,
 * since a delivered one may still be paid otherwise (`iiko-api.md` 1.5, 2.3 and pitfall 10).
 */
export const KNOWN_STATUSES: readonly KnownStatus[] = [
  cloud('Unconfirmed', 'unconfirmed', 'in-work'),
  cloud('WaitCooking', 'new', 'in-work'),
  cloud('ReadyForCooking', 'ready-for-cooking', 'in-work'),
  cloud('CookingStarted', 'cooking', 'in-work'),
  cloud('CookingCompleted', 'cooked', 'in-work'),
  cloud('Waiting', 'waiting', 'in-work'),
  cloud('OnWay', 'on-way', 'in-work'),
  cloud('Delivered', 'delivered', 'in-work'),
  cloud('Closed', 'closed', 'paid'),
  cloud('Cancelled', 'cancelled', 'cancelled'),
  biz('UNCONFIRMED', 'unconfirmed', 'in-work'),
  biz('NEW', 'new', 'in-work'),
  biz('WAITING', 'waiting', 'in-work'),
  biz('ON_WAY', 'on-way', 'in-work'),
  biz('DELIVERED', 'delivered', 'in-work'),
  biz('CLOSED', 'closed', 'paid'),
  biz('CANCELLED', 'cancelled', 'cancelled'),
  server('New', 'new', 'in-work'),
  server('OnWay', 'on-way', 'in-work'),
  server('Delivered', 'delivered', 'in-work'),
  server('Closed', 'closed', 'paid'),
  server('Cancelled', 'cancelled', 'cancelled'),
];

/** Where a status of a system stands in a life; `unknown` for one that nobody told us of. */
export const stageOfStatus = (system: string, status: string): Stage =>
  KNOWN_STATUSES.find((one) => one.system === system && one.status === status)?.stage ?? 'unknown';

/** Events a notification can be sent on (`iiko-local.md` 5.7, N5) that are statuses. */
export type NotificationEvent =
  | 'unconfirmed'
  | 'new'
  | 'cooking'
  | 'cooked'
  | 'waiting'
  | 'on-way'
  | 'delivered'
  | 'cancelled';

/** One moment of a delivery in the words of each of iiko's lists; null where a list has no word. */
export type CrosswalkRow = Readonly<{
  stage: Stage;
  /** `@Model.Status` in a Razor template; the numbers are no order of life (trap T16). */
  razor: number | null;
  event: NotificationEvent | null;
  cloud: string;
  /** Coarser: «Готовится» and «Готово» are both NEW (`iiko-api.md` 2.3). */
  biz: string;
}>;

const row = (
  stage: Stage,
  razor: number | null,
  event: NotificationEvent | null,
  cloudCode: string,
  bizCode: string,
): CrosswalkRow => ({ stage, razor, event, cloud: cloudCode, biz: bizCode });

/** iiko's vocabularies side by side (trap T4; `iiko-local.md` 5.7 N5, N10; `iiko-api.md` 1.5, 2.3). */
export const IIKO_CROSSWALK: readonly CrosswalkRow[] = [
  row('unconfirmed', 0, 'unconfirmed', 'Unconfirmed', 'UNCONFIRMED'),
  row('new', 1, 'new', 'WaitCooking', 'NEW'),
  row('ready-for-cooking', null, null, 'ReadyForCooking', 'NEW'),
  row('cooking', null, 'cooking', 'CookingStarted', 'NEW'),
  row('cooked', null, 'cooked', 'CookingCompleted', 'NEW'),
  row('waiting', 2, 'waiting', 'Waiting', 'WAITING'),
  row('on-way', 3, 'on-way', 'OnWay', 'ON_WAY'),
  row('delivered', 5, 'delivered', 'Delivered', 'DELIVERED'),
  row('closed', 4, null, 'Closed', 'CLOSED'),
  row('cancelled', null, 'cancelled', 'Cancelled', 'CANCELLED'),
];
