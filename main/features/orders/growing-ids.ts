const BLOCK = 1 << 16;
const FIRST_SEEN_BYTES = 1024;

/**
 * Blocks of ids that go from a list that is gone to the next one. Memory that comes and goes with
 * every sorting of a million rows makes V8 collect the whole heap, just when the list is used.
 */
export class IdBlocks {
  readonly #free: Int32Array[] = [];

  take(): Int32Array {
    return this.#free.pop() ?? new Int32Array(BLOCK);
  }

  giveBack(blocks: readonly Int32Array[]): void {
    this.#free.push(...blocks);
  }
}

/** Ids in the order they came, 4 bytes for each of a million rows; no id twice. */
export class GrowingIds {
  readonly #pool: IdBlocks;
  #blocks: Int32Array[] = [];
  #length = 0;
  #seen = new Uint8Array(FIRST_SEEN_BYTES);

  constructor(pool: IdBlocks) {
    this.#pool = pool;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds an id unless it is there: a row whose key changed meanwhile keeps its first place. */
  push(id: number): void {
    if (this.#isSeen(id)) return;
    const at = this.#length % BLOCK;
    if (at === 0) this.#blocks.push(this.#pool.take());
    this.#blocks.at(-1)![at] = id;
    this.#length += 1;
  }

  /** Ids at positions [from, to), as far as there are any. */
  slice(from: number, to: number): number[] {
    const end = Math.min(to, this.#length);
    const ids: number[] = [];
    for (let at = from; at < end; at += 1)
      ids.push(this.#blocks[Math.floor(at / BLOCK)]![at % BLOCK]!);
    return ids;
  }

  /** Position of an id, or null. */
  positionOf(id: number): number | null {
    for (const [index, block] of this.#blocks.entries()) {
      const start = index * BLOCK;
      const position = block.subarray(0, this.#length - start).indexOf(id);
      if (position >= 0) return start + position;
    }
    return null;
  }

  /** Empties it: the blocks are another list's from now on. */
  release(): void {
    this.#pool.giveBack(this.#blocks);
    this.#blocks = [];
    this.#length = 0;
  }

  #isSeen(id: number): boolean {
    const [byte, bit] = [id >> 3, 1 << (id & 7)];
    if (byte >= this.#seen.length) {
      const larger = new Uint8Array(Math.max(byte + 1, this.#seen.length * 2));
      larger.set(this.#seen);
      this.#seen = larger;
    }
    const seen = (this.#seen[byte]! & bit) !== 0;
    this.#seen[byte]! |= bit;
    return seen;
  }
}
