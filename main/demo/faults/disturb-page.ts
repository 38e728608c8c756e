import { assertNever } from '../../domain/assert-never.ts';
import type { OrderPage, Shown } from '../answers/orders.ts';
import { orderInfoAt } from '../orders/wire-order.ts';
import { Dice } from '../seeded.ts';
import type { World } from '../world/world.ts';
import type { SequenceFault } from './fault-kinds.ts';
import { isMissing, type ArmedRule } from './fault-plan.ts';

type Orders = readonly Shown[];

/** An older state of an order that has one. */
function olderState(world: World, shown: Shown): Shown | null {
  const before = shown.plan.changes.findLast(({ at }) => at < shown.info.timestamp);
  const info = before ? orderInfoAt(world, shown.plan, before.at) : null;
  return info ? { plan: shown.plan, info } : null;
}

function shuffled(orders: Orders, dice: Dice): Shown[] {
  const keyed = orders.map((shown) => [dice.next(), shown] as const);
  return keyed.toSorted((a, b) => a[0] - b[0]).map(([, shown]) => shown);
}

const mapGroups = (page: OrderPage, change: (orders: Orders) => Shown[]): OrderPage => ({
  ...page,
  groups: page.groups.map((group) => ({ ...group, orders: change(group.orders) })),
});

/** How fresh a change is that a late revision hides: its revision is passed all the same. */
const LATE_MS = 90_000;

function dropOne(page: OrderPage, dice: Dice): OrderPage {
  const full = page.groups.filter((group) => group.orders.length > 0);
  if (full.length === 0) return page;
  const victim = dice.pick(dice.pick(full).orders);
  return mapGroups(page, (orders) => orders.filter((shown) => shown !== victim));
}

/** The revision of the newest order shown, instead of the newest of all. */
function ownRevision(page: OrderPage): OrderPage {
  const shown = page.groups.flatMap(({ orders }) => orders.map(({ info }) => info.timestamp));
  return shown.length === 0 ? page : { ...page, maxRevision: Math.max(...shown) };
}

const onlyFor: Readonly<Record<SequenceFault, OrderPage['by']>> = {
  'revision-duplicate': 'revision',
  'revision-reordered': 'revision',
  'revision-regressing': 'revision',
  'revision-missing': 'revision',
  'revision-late': 'revision',
  'revision-reset': 'revision',
  'window-missing': 'window',
  'own-revisions': 'window',
};

/** The page with the wrong set of orders; pages of another method stay as they are. */
export function disturbPage(
  kind: SequenceFault,
  page: OrderPage,
  armed: ArmedRule,
  place: Readonly<{ world: World; now: number; request: number }>,
): OrderPage {
  if (page.by !== onlyFor[kind]) return page;
  const dice = new Dice(armed.salt ^ place.request);
  switch (kind) {
    case 'revision-duplicate':
      return mapGroups(page, (orders) =>
        orders.flatMap((shown) => (dice.chance(0.4) ? [shown, shown] : [shown])),
      );
    case 'revision-reordered':
      return mapGroups(page, (orders) => shuffled(orders, dice));
    case 'revision-regressing':
      return mapGroups(page, (orders) => [
        ...orders,
        ...orders.flatMap((shown) => olderState(place.world, shown) ?? []),
      ]);
    case 'revision-missing':
      return mapGroups(page, (orders) =>
        orders.filter(({ plan, info }) => !isMissing(armed, plan.packed, info.timestamp)),
      );
    case 'revision-late':
      return mapGroups(page, (orders) =>
        orders.filter(({ info }) => info.timestamp <= place.now - LATE_MS),
      );
    case 'revision-reset':
      return { ...mapGroups(page, () => []), maxRevision: 1000 + place.request };
    case 'window-missing':
      return dropOne(page, dice);
    case 'own-revisions':
      return ownRevision(page);
    default:
      return assertNever(kind);
  }
}
