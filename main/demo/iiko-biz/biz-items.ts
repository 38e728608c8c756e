import type { WireOrder } from '../../sources/iiko-cloud/wire.ts';
import type { WireComponent, WireItem, WireModifier } from '../../sources/iiko-cloud/wire-items.ts';
import type { BizItem, BizModifier, BizNumber } from '../../sources/iiko-biz/wire.ts';

type Write = (major: number) => BizNumber;

/** Whole kopecks, so that sums of sums stay exact. */
const minor = (major: number | null | undefined): number => Math.round((major ?? 0) * 100);

/** Lines before the order's discounts, and the discount that leaves the order's sum. */
export function bizItems(
  order: WireOrder,
  write: Write,
): Readonly<{ items: BizItem[]; discount: number }> {
  const kept = (order.items ?? []).filter((item) => !item.deleted);
  const whole = kept.reduce((sum, item) => sum + wholeOf(item), 0);
  return {
    items: kept.map((item, place) => toItem(item, place, write)),
    discount: (whole - minor(order.sum)) / 100,
  };
}

const partsOf = (item: WireItem): readonly WireComponent[] =>
  item.type === 'Compound'
    ? [item.primaryComponent, item.secondaryComponent].filter((part) => !!part)
    : [item];

const modifiersOf = (item: WireItem): readonly WireModifier[] =>
  partsOf(item).flatMap((part) => (part.modifiers ?? []).filter(({ deleted }) => !deleted));

const ownOf = (item: WireItem): number =>
  partsOf(item).reduce((sum, { cost }) => sum + minor(cost), 0);

const costOf = ({ price, amount }: WireModifier): number => minor((price ?? 0) * (amount ?? 0));

const wholeOf = (item: WireItem): number =>
  ownOf(item) + modifiersOf(item).reduce((sum, modifier) => sum + costOf(modifier), 0);

function toItem(item: WireItem, place: number, write: Write): BizItem {
  const names = partsOf(item).map(({ product }) => product?.name ?? '');
  return {
    id: (item.service ?? partsOf(item)[0]?.product)?.id ?? null,
    orderItemId: '00000000-0000-0000-0000-000000000000',
    code: String(1000 + place).padStart(5, '0'),
    name: item.service?.name ?? names.join(' / '),
    category: null,
    amount: item.amount ?? 1,
    size: item.size?.name ?? null,
    modifiers: modifiersOf(item).map((modifier) => toModifier(modifier, write)),
    sum: write(ownOf(item) / 100),
    comment: item.comment ?? null,
    guestId: null,
    comboInformation: null,
  };
}

const toModifier = (modifier: WireModifier, write: Write): BizModifier => ({
  id: modifier.product?.id ?? null,
  name: modifier.product?.name ?? null,
  amount: modifier.amount ?? 1,
  sum: write(costOf(modifier) / 100),
});
