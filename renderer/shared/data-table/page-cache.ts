import { wantedPages, type Sight } from './wanted-pages.ts';

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
  /** Rows from one position to another, both included, read afresh: for copying. */
  read(from: number, to: number): Promise<readonly Row[]>;
  subscribe(listener: () => void): () => void;
  /** Changes whenever a row did. */
  version(): number;
  /** Answers that are still under way are dropped. */
  close(): void;
}>;

/** What a cache of pages is made of; `load` asks for rows of the frozen order. */
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

/** Questions under way at once: one more would delay the page that is wanted next. */
const AT_ONCE = 2;

type Pages<Row> = {
  readonly options: PageCacheOptions<Row>;
  readonly size: number;
  readonly kept: Map<number, readonly Row[]>;
  readonly stale: Set<number>;
  readonly underWay: Set<number>;
  readonly listeners: Set<() => void>;
  readonly sight: Sight;
  version: number;
  closed: boolean;
};

function emptyPages<Row>(options: PageCacheOptions<Row>): Pages<Row> {
  return {
    options,
    size: options.pageRows ?? 100,
    kept: new Map(),
    stale: new Set(),
    underWay: new Set(),
    listeners: new Set(),
    sight: { first: 0, last: 0, forward: true },
    version: 0,
    closed: false,
  };
}

function sow<Row>({ options, size, kept }: Pages<Row>): void {
  const { seed, count } = options;
  for (let at = 0; at < seed.length; at += size) {
    const rows = seed.slice(at, at + size);
    if (rows.length === size || at + rows.length >= count) kept.set(at / size, rows);
  }
}

function evict<Row>({ options, kept, stale, sight, size }: Pages<Row>): void {
  const spare = kept.size - (options.keepPages ?? 60);
  if (spare <= 0) return;
  const middle = (sight.first + sight.last) / 2 / size;
  const far = [...kept.keys()].toSorted((a, b) => Math.abs(b - middle) - Math.abs(a - middle));
  for (const page of far.slice(0, spare)) {
    kept.delete(page);
    stale.delete(page);
  }
}

async function fetchPage<Row>(pages: Pages<Row>, page: number): Promise<void> {
  const { options, size, kept, stale, underWay } = pages;
  underWay.add(page);
  stale.delete(page);
  try {
    const rows = await options.load(page * size, Math.min(size, options.count - page * size));
    if (pages.closed) return;
    kept.set(page, rows);
    evict(pages);
    pages.version += 1;
    for (const listener of pages.listeners) listener();
  } finally {
    underWay.delete(page);
  }
}

/** What to ask is worked out anew each time, so what went out of sight is never asked for. */
function pump<Row>(pages: Pages<Row>): void {
  const { options, kept, stale, underWay, sight, size } = pages;
  const lacking = (page: number): boolean =>
    !underWay.has(page) && (!kept.has(page) || stale.has(page));
  while (!pages.closed && underWay.size < AT_ONCE) {
    const page = wantedPages(sight, size, options.count).find(lacking);
    if (page === undefined) return;
    fetchPage(pages, page).then(
      () => pump(pages),
      (reason: unknown) => {
        if (!pages.closed) options.failed(reason);
      },
    );
  }
}

async function readRows<Row>({ options, size }: Pages<Row>, from: number, to: number) {
  const rows: Row[] = [];
  for (let at = from; at <= to; at += size) {
    rows.push(...(await options.load(at, Math.min(size, to - at + 1))));
  }
  return rows;
}

/** Makes the cache; it loads nothing until rows are wanted. */
export function createPageCache<Row>(options: PageCacheOptions<Row>): PageCache<Row> {
  const pages = emptyPages(options);
  const { size, kept, stale, sight, listeners } = pages;
  sow(pages);
  return {
    count: options.count,
    rowAt: (index) => kept.get(Math.floor(index / size))?.[index % size],
    want(first, last) {
      if (first !== sight.first) sight.forward = first > sight.first;
      sight.first = first;
      sight.last = last;
      pump(pages);
    },
    refresh() {
      for (const page of kept.keys()) stale.add(page);
      pump(pages);
    },
    read: (from, to) => readRows(pages, from, to),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => pages.version,
    close() {
      pages.closed = true;
      listeners.clear();
    },
  };
}
