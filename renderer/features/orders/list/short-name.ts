/** Longest name that a narrow column holds whole. */
const FITS = 14;

/** «Виноградов Николай» as «Виноградов Н.» when it is long: cut names can not be told apart. */
export function shortName(name: string): string {
  if (name.length <= FITS) return name;
  const [family, ...others] = name.split(/\s+/);
  return [family, ...others.map((other) => `${other.slice(0, 1)}.`)].join(' ');
}
