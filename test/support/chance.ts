/** A small repeatable source of chance: a number from 0 up to 1 at each call. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One of the list. */
export const pick = <T>(chance: () => number, list: readonly T[]): T =>
  list[Math.floor(chance() * list.length)]!;
