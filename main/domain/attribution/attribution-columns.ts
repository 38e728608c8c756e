import { decayWeight, DECAY_STEP_MS, WHOLE_CREDIT } from './attribution-models.ts';
import { shareOut } from './share-out.ts';

/** Models that are computed over columns, in the order of the totals. */
export const COLUMN_MODELS = [
  'standard',
  'first',
  'last',
  'last-paid',
  'u-shape',
  'linear',
  'time-decay',
] as const;

/**
 * Chains of many orders side by side: the touches of order `i` stand, oldest first, at
 * `from[i]` … `from[i + 1]`; every order has at least one. Sources are numbered from 0.
 */
export type ChainColumns = Readonly<{
  orders: number;
  sources: number;
  from: Uint32Array;
  source: Uint32Array;
  /** Seconds since 1970. */
  at: Float64Array;
  paid: Uint8Array;
  /** The source the winning rule found. */
  standard: Uint32Array;
  /** Below 1e11 in size, so that shares stay exact. */
  sumMinor: Float64Array;
}>;

/** By model × source: parts of WHOLE_CREDIT and money. Σ over sources is exact in every model. */
export type ChainTotals = Readonly<{ parts: Float64Array; sumMinor: Float64Array }>;

const LONGEST = 1024;
const STEPS = 24 * 200;
const STEP_S = DECAY_STEP_MS / 1000;

/** Credits of all orders under all models in one pass. Chains are cut at their newest 1024 touches. */
export function chainTotals(columns: ChainColumns): ChainTotals {
  const { orders, sources } = columns;
  const totals = {
    parts: new Float64Array(COLUMN_MODELS.length * sources),
    sumMinor: new Float64Array(COLUMN_MODELS.length * sources),
  };
  const pass = openPass(columns, totals);
  for (let order = 0; order < orders; order += 1) addOrder(pass, order);
  return totals;
}

type Pass = ChainColumns &
  Readonly<{
    totals: ChainTotals;
    weights: Float64Array;
    /** Parts by length of the chain, where only the length matters. */
    linear: (Float64Array | undefined)[];
    uShape: (Float64Array | undefined)[];
    decay: Float64Array;
    merged: Float64Array;
    mergedSource: Uint32Array;
    rest: Float64Array;
  }>;

function openPass(columns: ChainColumns, totals: ChainTotals): Pass {
  return {
    ...columns,
    totals,
    weights: Float64Array.from({ length: STEPS }, (_, step) => decayWeight(step * DECAY_STEP_MS)),
    linear: [],
    uShape: [],
    decay: new Float64Array(LONGEST),
    merged: new Float64Array(LONGEST),
    mergedSource: new Uint32Array(LONGEST),
    rest: new Float64Array(LONGEST),
  };
}

function addOrder(pass: Pass, order: number): void {
  const { from, source, paid, standard, sumMinor, sources } = pass;
  const end = from[order + 1]!;
  const start = Math.max(from[order]!, end - LONGEST);
  const money = sumMinor[order]!;
  let lastPaid = end - 1;
  for (let touch = end - 1; touch >= start; touch -= 1) {
    if (paid[touch] === 1) {
      lastPaid = touch;
      break;
    }
  }
  addWhole(pass, standard[order]!, money);
  addWhole(pass, sources + source[start]!, money);
  addWhole(pass, 2 * sources + source[end - 1]!, money);
  addWhole(pass, 3 * sources + source[lastPaid]!, money);
  const length = end - start;
  if (length === 1) {
    for (let model = 4; model < 7; model += 1) {
      addWhole(pass, model * sources + source[start]!, money);
    }
    return;
  }
  divide(pass, 4, start, length, (pass.uShape[length] ??= edgeParts(length)), money);
  divide(pass, 5, start, length, (pass.linear[length] ??= evenParts(length)), money);
  divide(pass, 6, start, length, decayParts(pass, start, length), money);
}

function addWhole({ totals }: Pass, cell: number, money: number): void {
  totals.parts[cell]! += WHOLE_CREDIT;
  totals.sumMinor[cell]! += money;
}

const evenParts = (length: number): Float64Array =>
  Float64Array.from(
    shareOut(
      WHOLE_CREDIT,
      Array.from({ length }, () => 1),
    ),
  );

function edgeParts(length: number): Float64Array {
  if (length < 3) return evenParts(length);
  const inside = length - 2;
  const weights = Array.from({ length }, (_, place) =>
    place === 0 || place === length - 1 ? 4 * inside : 2,
  );
  return Float64Array.from(shareOut(WHOLE_CREDIT, weights));
}

/** Like `shareOut` of the decay weights, without making anything. */
function decayParts(pass: Pass, start: number, length: number): Float64Array {
  const { at, weights, decay, rest } = pass;
  const newest = at[start + length - 1]!;
  let total = 0;
  for (let place = 0; place < length; place += 1) {
    const step = Math.floor((newest - at[start + place]!) / STEP_S);
    const weight = step < STEPS ? weights[step]! : 1;
    decay[place] = weight;
    total += weight;
  }
  let left = WHOLE_CREDIT;
  for (let place = 0; place < length; place += 1) {
    const exact = WHOLE_CREDIT * decay[place]!;
    const parts = Math.floor(exact / total);
    rest[place] = exact - parts * total;
    decay[place] = parts;
    left -= parts;
  }
  for (; left > 0; left -= 1) {
    let most = 0;
    for (let place = 1; place < length; place += 1) if (rest[place]! > rest[most]!) most = place;
    decay[most]! += 1;
    rest[most] = -1;
  }
  return decay;
}

/** Touches of one source are one credit at the place of its first touch, as in the evidence. */
function divide(
  pass: Pass,
  model: number,
  start: number,
  length: number,
  parts: Float64Array,
  money: number,
): void {
  const { source, merged, mergedSource, totals, sources } = pass;
  let count = 0;
  for (let place = 0; place < length; place += 1) {
    const share = parts[place]!;
    if (share === 0) continue;
    const id = source[start + place]!;
    let found = 0;
    while (found < count && mergedSource[found] !== id) found += 1;
    if (found === count) {
      mergedSource[count] = id;
      merged[count] = 0;
      count += 1;
    }
    merged[found]! += share;
  }
  let before = 0;
  let given = 0;
  for (let place = 0; place < count; place += 1) {
    given += merged[place]!;
    const upTo = Math.trunc((money * given) / WHOLE_CREDIT);
    const cell = model * sources + mergedSource[place]!;
    totals.parts[cell]! += merged[place]!;
    totals.sumMinor[cell]! += upTo - before;
    before = upTo;
  }
}
