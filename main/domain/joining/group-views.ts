import type { OrderView } from './order-view.ts';
import { byRank } from './vendor-rank.ts';

/**
 * Why views that look alike stay apart. `same-id`: one id is told by two orders of one system.
 * `several`: number, day, venue and sum fit more than one. `sum-differs`: all fits but the sum.
 */
export type JoinDoubt = 'same-id' | 'several' | 'sum-differs';

/** Views of one order, the most believed system first; at most one of each system. */
export type ViewGroup = Readonly<{
  views: readonly [OrderView, ...OrderView[]];
  doubt: JoinDoubt | null;
}>;

type Draft = { views: readonly OrderView[]; doubt: JoinDoubt | null };

/**
 * Tells which views are of one order: by a shared id, else by number, business day, venue, currency
 * and sum where exactly one of each system fits. What is not certain stays apart. Depends on the set
 * of views alone, never on the order in which they came.
 */
export function groupViews(views: readonly OrderView[]): readonly ViewGroup[] {
  const alone = views
    .toSorted(byVendorThenId)
    .map((view): Draft => ({ views: [view], doubt: null }));
  const byId = unite(alone, idsOf, 'same-id');
  const byNumber = unite(byId, fullKeysOf, 'several', isCertain);
  return doubtSums(byNumber).map(({ views: [first, ...rest], doubt }) => ({
    views: [first!, ...rest],
    doubt,
  }));
}

const byVendorThenId = (left: OrderView, right: OrderView): number =>
  byRank(left.vendor, right.vendor) || (left.id < right.id ? -1 : 1);

/** A UUID is the same thing whoever tells it; any other id means something to its system only. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const idsOf = ({ views }: Draft): string[] =>
  views.flatMap(({ vendor, id, others }) =>
    [{ vendor, id }, ...others].map((known) =>
      UUID.test(known.id) ? known.id.toLowerCase() : `${known.vendor} ${known.id}`,
    ),
  );

const isNamed = ({ number, day, venueId }: OrderView): boolean =>
  number !== '' && day !== null && venueId !== null;

const fullKeysOf = ({ views }: Draft): string[] =>
  views
    .filter(isNamed)
    .map(({ venueId, day, number, currency, sumMinor }) =>
      [venueId, day, number, currency, sumMinor].join(' '),
    );

/** Puts together what shares a key, and leaves apart, with the doubt, what would be two of a system. */
function unite(
  drafts: readonly Draft[],
  keysOf: (draft: Draft) => readonly string[],
  doubt: JoinDoubt,
  joins: (sharing: readonly Draft[]) => boolean = () => true,
): readonly Draft[] {
  const leaders = new Map(drafts.map((draft) => [draft, draft]));
  const doubted = new Set<Draft>();
  for (const sharing of sharingOf(drafts, keysOf)) {
    if (!joins(sharing)) doubtful(sharing).forEach((draft) => doubted.add(draft));
    else
      for (const draft of sharing)
        leaders.set(leaderOf(leaders, draft), leaderOf(leaders, sharing[0]!));
  }
  const joined = Map.groupBy(drafts, (draft) => leaderOf(leaders, draft));
  return [...joined.values()].flatMap((parts) => {
    const views = parts.flatMap((part) => part.views).toSorted(byVendorThenId);
    const told = parts.find((part) => part.doubt !== null)?.doubt ?? null;
    const because = parts.some((part) => doubted.has(part)) ? doubt : told;
    if (isOneOrder(views)) return [{ views, doubt: because }];
    return parts.map((part): Draft => ({ views: part.views, doubt }));
  });
}

function leaderOf(leaders: ReadonlyMap<Draft, Draft>, draft: Draft): Draft {
  let leader = draft;
  while (leaders.get(leader) !== leader) leader = leaders.get(leader)!;
  return leader;
}

function sharingOf(
  drafts: readonly Draft[],
  keysOf: (draft: Draft) => readonly string[],
): readonly (readonly Draft[])[] {
  const byKey = new Map<string, Set<Draft>>();
  for (const draft of drafts) {
    for (const key of keysOf(draft)) byKey.set(key, (byKey.get(key) ?? new Set()).add(draft));
  }
  return [...byKey.values()].filter(({ size }) => size > 1).map((sharing) => [...sharing]);
}

/** At most one view of each system, and no register's id beside another one. */
function isOneOrder(views: readonly OrderView[]): boolean {
  const vendors = new Set(views.map(({ vendor }) => vendor));
  if (vendors.size < views.length) return false;
  const others = new Map<string, string>();
  return views
    .flatMap((view) => view.others)
    .every(({ vendor, id }) => {
      const known = others.get(vendor) ?? id;
      others.set(vendor, id);
      return known.toLowerCase() === id.toLowerCase();
    });
}

const fit = (left: Draft, right: Draft): boolean => isOneOrder([...left.views, ...right.views]);

const isCertain = (sharing: readonly Draft[]): boolean =>
  isOneOrder(sharing.flatMap(({ views }) => views));

/** Those that could be one order with another one that shares the key. */
const doubtful = (sharing: readonly Draft[]): readonly Draft[] =>
  sharing.filter((draft) => sharing.some((other) => other !== draft && fit(draft, other)));

const keysWithoutSum = ({ views }: Draft): string[] =>
  views
    .filter(isNamed)
    .map(({ venueId, day, number, currency }) => [venueId, day, number, currency].join(' '));

function doubtSums(drafts: readonly Draft[]): readonly Draft[] {
  const doubted = new Set(sharingOf(drafts, keysWithoutSum).flatMap(doubtful));
  return drafts.map((draft) =>
    draft.doubt === null && doubted.has(draft) ? { ...draft, doubt: 'sum-differs' } : draft,
  );
}
