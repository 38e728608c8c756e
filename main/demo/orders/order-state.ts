import type { ChangeKind } from './order-life.ts';
import type { OrderPlan } from './order-plan.ts';

/** The vendor's delivery statuses (`iiko-api.md` 1.5). */
export type DeliveryStatus =
  | 'Unconfirmed'
  | 'WaitCooking'
  | 'ReadyForCooking'
  | 'CookingStarted'
  | 'CookingCompleted'
  | 'Waiting'
  | 'OnWay'
  | 'Delivered'
  | 'Closed'
  | 'Cancelled';

/** An order at a moment: what has happened so far, moments in UTC ms. */
export type OrderState = {
  /** The last change: the order's revision. */
  version: number;
  creation: 'InProgress' | 'Success' | 'Error';
  status: DeliveryStatus;
  bornAt: number;
  confirmedAt: number | null;
  printedAt: number | null;
  cookedAt: number | null;
  packedAt: number | null;
  sentAt: number | null;
  deliveredAt: number | null;
  closedAt: number | null;
  cancelledAt: number | null;
  courier: 0 | 1 | 2;
  moved: boolean;
  problem: 'none' | 'open' | 'solved';
  itemsEdited: boolean;
  commentEdited: boolean;
  promiseMoved: boolean;
};

type Effect = (state: OrderState, at: number) => void;

const EFFECTS: Readonly<Record<ChangeKind, Effect>> = {
  received: () => undefined,
  rejected: (state) => void (state.creation = 'Error'),
  created: (state, at) => {
    state.creation = 'Success';
    state.bornAt = at;
  },
  confirmed: (state, at) => {
    state.status = 'WaitCooking';
    state.confirmedAt = at;
  },
  'confirmation-cancelled': (state) => {
    state.status = 'Unconfirmed';
    state.confirmedAt = null;
  },
  'ready-for-cooking': (state) => void (state.status = 'ReadyForCooking'),
  'cooking-started': (state, at) => {
    state.status = 'CookingStarted';
    state.printedAt = at;
  },
  'cooking-completed': (state, at) => {
    state.status = 'CookingCompleted';
    state.cookedAt = at;
  },
  packed: (state, at) => {
    state.status = 'Waiting';
    state.packedAt = at;
  },
  'courier-assigned': (state) => void (state.courier = 1),
  'courier-changed': (state) => void (state.courier = 2),
  sent: (state, at) => {
    state.status = 'OnWay';
    state.sentAt ??= at;
    state.deliveredAt = null;
  },
  delivered: (state, at) => {
    state.status = 'Delivered';
    state.deliveredAt = at;
  },
  closed: (state, at) => {
    state.status = 'Closed';
    state.closedAt = at;
  },
  cancelled: (state, at) => {
    state.status = 'Cancelled';
    state.cancelledAt = at;
  },
  moved: (state, at) => {
    state.status = 'Cancelled';
    state.cancelledAt = at;
    state.moved = true;
  },
  problem: (state) => void (state.problem = 'open'),
  'problem-solved': (state) => void (state.problem = 'solved'),
  'items-edited': (state) => void (state.itemsEdited = true),
  'comment-edited': (state) => void (state.commentEdited = true),
  'promise-moved': (state) => void (state.promiseMoved = true),
};

const unborn = (plan: OrderPlan): OrderState => ({
  version: 0,
  creation: 'InProgress',
  status: 'Unconfirmed',
  bornAt: plan.createdAt,
  confirmedAt: null,
  printedAt: null,
  cookedAt: null,
  packedAt: null,
  sentAt: null,
  deliveredAt: null,
  closedAt: null,
  cancelledAt: null,
  courier: 0,
  moved: false,
  problem: 'none',
  itemsEdited: false,
  commentEdited: false,
  promiseMoved: false,
});

/** What has become of the order by `now`; null before its first change. */
export function stateAt(plan: OrderPlan, now: number): OrderState | null {
  if (plan.changes[0]!.at > now) return null;
  const state = unborn(plan);
  for (const { at, what } of plan.changes) {
    if (at > now) break;
    EFFECTS[what](state, at);
    state.version = at;
  }
  return state;
}

const MOVED_BY = 20 * 60_000;
/** The promised moment as it stands now. */
export const promisedNow = (plan: OrderPlan, state: OrderState): number =>
  state.promiseMoved ? plan.promisedAt + MOVED_BY : plan.promisedAt;
