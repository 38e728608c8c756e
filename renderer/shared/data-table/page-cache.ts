/** Rows of one frozen order, loaded page by page as they come into sight. */
export type PageCache<Row> = Readonly<{
  /** How many rows there are in all. */
  count: number;
  /** The newest known value of a row; undefined while it is on its way. */
  rowAt(index: number): Row | undefined;
  /** Says which rows are in sight; loads them first, then those ahead in the direction of scrolling. */
  want(first: number, last: number): void;
  /** Reads the rows in sight again; the old values stay until the new ones are here. */
  refresh(): void;
  /** Rows of a range, loading what is missing; for copying. */
  read(from: number, to: number): Promise<readonly Row[]>;
  subscribe(listener: () => void): () => void;
  /** Changes whenever a row did. */
  version(): number;
  /** Answers that are still under way are dropped. */
  close(): void;
}>;

export type PageCacheOptions<Row> = Readonly<{
  count: number;
  /** The first rows, when they came with the order itself. */
  seed: readonly Row[];
  load(from: number, count: number): Promise<readonly Row[]>;
  failed(reason: unknown): void;
  pageRows?: number;
  /** Pages kept in memory; those farthest from sight go first. */
  keepPages?: number;
}>;

/** How many pages are loaded ahead of sight, and how many questions are under way at once. */
const AHEAD = 3;
const AT_ONCE = 2;

type Sight = { first: number; last: number; forward: boolean };

/** Makes the cache; it loads nothing until rows are wanted. */
export function createPageCache<Row>(options: PageCacheOptions<Row>): PageCache<Row> {
  const size = options.pageRows ?? 100;
  const keep = options.keepPages ?? 60;
  const pages = new Map<number, readonly Row[]>();
  const stale = new Set<number>();
  const underWay = new Set<number>();
  const listeners = new Set<() => void>();
  const sight: Sight = { first: 0, last: 0, forward: true };
  let version = 0;
  let closed = false;
  for (let at = 0; at < options.seed.length; at += size) {
    const rows = options.seed.slice(at, at + size);
    if (rows.length === size || at + rows.length >= options.count) pages.set(at / size, rows);
  }

  function told(): void {
    version += 1;
    for (const listener of listeners) listener();
  }

  function evict(): void {
    if (pages.size <= keep) return;
    const middle = (sight.first + sight.last) / 2 / size;
    const far = [...pages.keys()].toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
    for (const page of far.slice(0, pages.size - keep)) {
      pages.delete(page);
      stale.delete(page);
    }
  }

  /** The queue is worked out anew each time, so what went out of sight is never asked for. */
  function nextPage(): number | undefined {
    return wantedPages(sight, size, options.count).find(
      (page) => !underWay.has(page) && (!pages.has(page) || stale.has(page)),
    );
  }

  async function fetchPage(page: number): Promise<void> {
    underWay.add(page);
    stale.delete(page);
    try {
      const rows = await options.load(page * size, Math.min(size, options.count - page * size));
      if (closed) return;
      pages.set(page, rows);
      evict();
      told();
    } finally {
      underWay.delete(page);
    }
  }

  function pump(): void {
    while (!closed && underWay.size < AT_ONCE) {
      const page = nextPage();
      if (page === undefined) return;
      fetchPage(page).then(pump, (reason: unknown) => {
        if (!closed) options.failed(reason);
      });
    }
  }

  return {
    count: options.count,
    rowAt: (index) => pages.get(Math.floor(index / size))?.[index % size],
    want(first, last) {
      if (first !== sight.first) sight.forward = first > sight.first;
      sight.first = first;
      sight.last = last;
      pump();
    },
    refresh() {
      for (const page of pages.keys()) stale.add(page);
      pump();
    },
    async read(from, to) {
      const rows: Row[] = [];
      for (let at = from; at <= to; at += size) {
        rows.push(...(await options.load(at, Math.min(size, to - at + 1))));
      }
      return rows;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    close() {
      closed = true;
      listeners.clear();
    },
  };
}

/** Pages to have, most urgent first: in sight, then ahead, then one behind. */
function wantedPages(sight: Sight, size: number, count: number): number[] {
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
