/** Rows in sight and the way they move. */
export type Sight = { first: number; last: number; forward: boolean };

/** How many pages are loaded ahead of sight. */
const AHEAD = 3;

/** Pages to have, most urgent first: in sight, then ahead, then one behind. */
export function wantedPages(sight: Readonly<Sight>, size: number, count: number): number[] {
  const last = Math.max(0, Math.ceil(count / size) - 1);
  const from = Math.floor(sight.first / size);
  const to = Math.min(last, Math.floor(sight.last / size));
  const pages: number[] = [];
  for (let page = from; page <= to; page += 1) pages.push(page);
  const step = sight.forward ? 1 : -1;
  const edge = sight.forward ? to : from;
  for (let ahead = 1; ahead <= AHEAD; ahead += 1) pages.push(edge + step * ahead);
  pages.push((sight.forward ? from : to) - step);
  return pages.filter((page) => page >= 0 && page <= last && count > 0);
}
