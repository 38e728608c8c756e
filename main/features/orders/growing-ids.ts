const FIRST_CAPACITY = 1024;

/** Ids in a typed array that doubles as it fills: 4 bytes for each of a million rows; no id twice. */
export class GrowingIds {
  #ids = new Int32Array(FIRST_CAPACITY);
  #length = 0;
  #seen = new Uint8Array(FIRST_CAPACITY);

  get length(): number {
    return this.#length;
  }

  /** Adds an id unless it is there: a row whose key changed meanwhile keeps its first place. */
  push(id: number): void {
    if (this.#isSeen(id)) return;
    if (this.#length === this.#ids.length) this.#ids = doubled(this.#ids);
    this.#ids[this.#length] = id;
    this.#length += 1;
  }

  slice(from: number, to: number): number[] {
    return [...this.#ids.subarray(Math.min(from, this.#length), Math.min(to, this.#length))];
  }

  /** Position of an id, or null. */
  positionOf(id: number): number | null {
    const position = this.#ids.subarray(0, this.#length).indexOf(id);
    return position < 0 ? null : position;
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

function doubled(ids: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(ids.length * 2);
  larger.set(ids);
  return larger;
}
