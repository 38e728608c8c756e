/** What a bench shows: our figure, the rival's in the same run, and whether the goal is reached. */
export type Figure = Readonly<{
  what: string;
  ours: string;
  rival: string;
  goal: string;
  reached: boolean;
}>;

/** The value below which the given share (0–1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const position = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[position] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Milliseconds that the work took. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds that the answer took, and the answer. */
export async function timedAnswer<Value>(
  work: () => Promise<Value>,
): Promise<readonly [ms: number, value: Value]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

/** Runs two sides in turn, A B A B …, and gives the times of each: drift of the machine hits both. */
export async function inTurn(
  rounds: number,
  ours: () => unknown,
  rival: () => unknown,
): Promise<Readonly<{ ours: number[]; rival: number[] }>> {
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await timed(ours));
    times.rival.push(await timed(rival));
  }
  return times;
}

/** «12.3 ms (11.0–15.2)»: the median and the spread. */
export function spread(samples: readonly number[], unit = 'ms', digits = 1): string {
  const [low, middle, high] = [0, 0.5, 1].map((share) => quantile(samples, share).toFixed(digits));
  return `${middle} ${unit} (${low}–${high})`;
}
