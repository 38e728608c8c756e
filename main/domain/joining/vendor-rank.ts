/** Systems that tell of orders, the one that is believed most first; others follow by name. */
const BELIEVED_FIRST: readonly string[] = ['iiko-cloud', 'iiko-biz', 'iiko-server', 'iiko-office'];

const rankOf = (vendor: string): number => {
  const place = BELIEVED_FIRST.indexOf(vendor);
  return place < 0 ? BELIEVED_FIRST.length : place;
};

/** Sorts systems by how much they are believed: negative when the left one is believed more. */
export const byRank = (left: string, right: string): number =>
  rankOf(left) - rankOf(right) || (left < right ? -1 : left > right ? 1 : 0);
