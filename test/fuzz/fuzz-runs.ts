/** How many inputs to try: `--count N` when given, else few in CI and many with `--long`. */
export function fuzzRuns(inCi: number, long: number): number {
  const asked = Number(process.env['TEST_COUNT']);
  if (Number.isSafeInteger(asked) && asked > 0) return asked;
  return process.env['TEST_LENGTH'] === 'long' ? long : inCi;
}
