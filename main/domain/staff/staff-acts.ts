import type { StaffRightCode } from './staff-rights.ts';
import type { Stage } from '../orders/stage.ts';

/** Acts that a delivery's status decides about. */
export const STAFF_ACTS = [
  'cancel',
  'confirm',
  'edit',
  'assign-courier',
  'print-to-kitchen',
  'send',
  'take-payment',
  'set-delivered-time',
  'close',
  'remove-external-payment',
  'change-operator',
  'move-against-the-map',
] as const;

/** One act of staff at the till. */
export type StaffAct = (typeof STAFF_ACTS)[number];

/** Statuses as the till shows them, in their order. */
export const STAFF_STAGES = [
  'unconfirmed',
  'new',
  'cooking',
  'cooked',
  'waiting',
  'on-way',
  'delivered',
  'closed',
] as const satisfies readonly Stage[];

/** A status in the words of the till. */
export type StaffStage = (typeof STAFF_STAGES)[number];

/** Rights that are all required together. */
export type RightsAnswer = Readonly<{
  rights: readonly StaffRightCode[];
  /**
   * `stated`: the vendor's text says so for this status. `not-stated`: it names other statuses only,
   * so the strictest known set is required. `every-status`: the text ties the act to no status.
   */
  basis: 'stated' | 'not-stated' | 'every-status';
}>;

/** Cancelling is stated per status; «Готовится» and «Готово» are in neither list (trap T9). */
function rightsToCancel(stage: StaffStage): RightsAnswer {
  switch (stage) {
    case 'unconfirmed':
    case 'new':
      return { rights: ['D_CAD'], basis: 'stated' };
    case 'waiting':
    case 'on-way':
    case 'delivered':
    case 'closed':
      return { rights: ['D_CAD', 'D_MD'], basis: 'stated' };
    case 'cooking':
    case 'cooked':
      return { rights: ['D_CAD', 'D_MD'], basis: 'not-stated' };
  }
}

const ALWAYS: Readonly<Record<Exclude<StaffAct, 'cancel'>, readonly StaffRightCode[]>> = {
  confirm: ['D_CND'],
  edit: ['D_ED'],
  'assign-courier': ['D_MD'],
  'print-to-kitchen': ['D_MD'],
  send: ['D_MD'],
  'take-payment': ['D_MD', 'F_CASH'],
  'set-delivered-time': ['D_SADT'],
  close: ['D_CD'],
  'remove-external-payment': ['D_DEP'],
  'change-operator': ['D_CO'],
  'move-against-the-map': ['D_BDR'],
};

/** Which rights an act needs in a status (`iiko-local.md` 5.8, features 112). */
export function rightsFor(act: StaffAct, stage: StaffStage): RightsAnswer {
  if (act === 'cancel') return rightsToCancel(stage);
  return { rights: ALWAYS[act], basis: 'every-status' };
}
