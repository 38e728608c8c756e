import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from '../../domain/failure.ts';
import type { OrderFilter, OrderSort } from '../../domain/orders/order-filter.ts';
import type { ReadableDb } from '../../store/database.ts';
import { orderConditions } from '../../store/orders/order-conditions.ts';
import { readSequence, type Place } from '../../store/orders/order-sequence.ts';
import { countNewer, readNewestId } from '../../store/orders/order-counts.ts';
import type { Sql } from '../../store/sql.ts';
import { GrowingIds, IdBlocks } from './growing-ids.ts';

const KEPT = 6;
const PART = 10_000;
/** A list that is opened again at once costs its first rows only. */
const BEFORE_GROWING_MS = 80;

/** A frozen order of rows: the list's positions while sync goes on beneath it. */
type Snapshot = {
  readonly name: string;
  readonly where: Sql;
  readonly sort: OrderSort;
  readonly truncated: boolean;
  readonly newestId: number;
  readonly ids: GrowingIds;
  behind: Place | null;
  complete: boolean;
  growing: boolean;
  gone: boolean;
};

/**
 * Keeps the latest snapshots of the list. The first rows come by keyset at once; the rest of the one
 * that was used last grows in parts between other questions, so that a million rows never make
 * anybody wait.
 */
export class SnapshotShelf {
  readonly #db: ReadableDb;
  readonly #shelf = new Map<string, Snapshot>();
  readonly #blocks = new IdBlocks();
  #made = 0;
  #last: Snapshot | null = null;

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  open(filter: OrderFilter, sort: OrderSort, now: number, count: number): Snapshot {
    const { where, truncated } = orderConditions(this.#db, filter, now);
    this.#made += 1;
    const snapshot: Snapshot = {
      name: `${this.#made}-${now}`,
      where,
      sort,
      truncated,
      newestId: readNewestId(this.#db),
      ids: new GrowingIds(this.#blocks),
      behind: null,
      complete: false,
      growing: false,
      gone: false,
    };
    this.#grow(snapshot, count);
    this.#keep(snapshot);
    return snapshot;
  }

  /** The snapshot by its name; `conflict` `orders.snapshot-gone` when newer ones pushed it out. */
  find(name: string): Snapshot {
    const snapshot = this.#shelf.get(name);
    if (!snapshot) throw isGone();
    this.#keep(snapshot);
    return snapshot;
  }

  /**
   * Ids at positions [from, from + count); waits only for what is not counted yet. `conflict`
   * `orders.snapshot-gone` when newer ones pushed it out meanwhile.
   */
  async idsAt(snapshot: Snapshot, from: number, count: number): Promise<number[]> {
    while (!snapshot.complete && snapshot.ids.length < from + count) {
      await this.#growOn(snapshot);
    }
    return snapshot.ids.slice(from, from + count);
  }

  /** Resolves when every position is known; fails as `idsAt` does. */
  async completed(snapshot: Snapshot): Promise<void> {
    while (!snapshot.complete && this.#db.raw.open) await this.#growOn(snapshot);
  }

  fresh(snapshot: Snapshot): number {
    return countNewer(this.#db, snapshot.where, snapshot.newestId);
  }

  #keep(snapshot: Snapshot): void {
    this.#shelf.delete(snapshot.name);
    this.#shelf.set(snapshot.name, snapshot);
    this.#last = snapshot;
    if (!snapshot.complete && !snapshot.growing) void this.#growToEnd(snapshot);
    for (const oldest of this.#shelf.values()) {
      if (this.#shelf.size <= KEPT) return;
      this.#shelf.delete(oldest.name);
      oldest.gone = true;
      oldest.ids.release();
    }
  }

  /** One part more, then whoever else asks. */
  async #growOn(snapshot: Snapshot): Promise<void> {
    this.#grow(snapshot, PART);
    await nextTurn();
    if (snapshot.gone) throw isGone();
  }

  /** Until another one is used: who comes back to it lets it grow on. */
  async #growToEnd(snapshot: Snapshot): Promise<void> {
    const isWanted = () => !snapshot.complete && this.#last === snapshot && this.#db.raw.open;
    snapshot.growing = true;
    await wait(BEFORE_GROWING_MS, undefined, { ref: false });
    while (isWanted()) {
      this.#grow(snapshot, PART);
      await nextTurn();
    }
    snapshot.growing = false;
  }

  #grow(snapshot: Snapshot, count: number): void {
    const { where, sort, behind } = snapshot;
    const { ids, last } = readSequence(this.#db, where, sort, behind, count);
    for (const id of ids) snapshot.ids.push(id);
    snapshot.behind = last;
    snapshot.complete = ids.length < count;
  }
}

const isGone = (): Failure => new Failure('conflict', 'orders.snapshot-gone');

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
