/** Mixes two 32-bit numbers into one (murmur's finish): the root of everything invented here. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b ^ 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 32-bit number of a text (FNV-1a), mixed with the seed. */
export function hashText(seed: number, text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(seed, h);
}

/** A share of 0..1 that belongs to two numbers. */
export const shareOf = (a: number, b: number): number => mix(a, b) / 4_294_967_296;

/** Repeatable chance: the same start gives the same throws for ever. */
export class Dice {
  #state: number;

  constructor(start: number) {
    this.#state = start | 0;
  }

  /** A number of [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number of [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** A number of [from, to). */
  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  /** True so often. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** One of the list by its weights. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const [, weight] of list) total += weight;
    let left = this.next() * total;
    for (const [value, weight] of list) {
      left -= weight;
      if (left < 0) return value;
    }
    return list.at(-1)![0];
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const byte = (word: number, shift: number): string => HEX[(word >>> shift) & 255]!;
const half = (word: number, shift: number): string => byte(word, shift + 8) + byte(word, shift);

/** Writes four 32-bit words as a lower-case random-looking UUID (version 4, six bits are lost). */
export function writeUuid(a: number, b: number, c: number, d: number): string {
  const versioned = (b & 0xffff0fff) | 0x4000;
  const varied = (c & 0x3fffffff) | 0x80000000;
  const head = `${half(a, 16)}${half(a, 0)}-${half(versioned, 16)}-${half(versioned, 0)}`;
  return `${head}-${half(varied, 16)}-${half(varied, 0)}${half(d, 16)}${half(d, 0)}`;
}

/** The UUID that belongs to a text under a seed. */
export function uuidOf(seed: number, text: string): string {
  const a = hashText(seed, text);
  const b = mix(a, 1);
  return writeUuid(a, b, mix(b, 2), mix(b, 3));
}
