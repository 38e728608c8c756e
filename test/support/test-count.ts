/**
 * How often a random or fault test repeats: `inCi` by default, `long` under `npm run test:long`,
 * and whatever `-- --count N` asks for. A positive whole number.
 */
export function testCount(inCi: number, long: number): number {
  const asked = Number(process.env['TEST_COUNT']);
  if (Number.isInteger(asked) && asked > 0) return asked;
  return process.env['TEST_LENGTH'] === 'long' ? long : inCi;
}
