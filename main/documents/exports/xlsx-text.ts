/** Excel refuses longer texts in a cell. */
const LONGEST_TEXT = 32_767;
/** Excel refuses longer names of sheets. */
const LONGEST_NAME = 31;

const TO_ESCAPE = /[&<>"\uFFFE\uFFFF]|(?![\t\n\u007F-\u009F])\p{Cc}|_x[0-9A-Fa-f]{4}_/u;
const EACH_TO_ESCAPE = new RegExp(TO_ESCAPE.source, 'gu');
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(found: string): string {
  // The format reads `_x0041_` as a letter (ECMA-376 22.9.2.19): written as text it needs its own escape.
  if (found.length > 1) return `_x005F${found}`;
  return NAMED[found] ?? '\u{FFFD}';
}

/**
 * Text for an element or attribute: markup escaped, what XML can not hold as U+FFFD, line ends as
 * LF, cut at Excel's limit.
 */
export function xmlText(text: string): string {
  const whole = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  const formed = whole.isWellFormed() ? whole : whole.toWellFormed();
  if (!TO_ESCAPE.test(formed)) return formed;
  return formed.replaceAll(/\r\n?/g, '\n').replaceAll(EACH_TO_ESCAPE, escaped);
}

/** A name that Excel takes for a sheet, unlike any of those taken (case is not told apart). */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const plain = wanted
    .toWellFormed()
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replaceAll(/^['\s]+|['\s]+$/g, '');
  // Excel keeps this name for itself.
  const base = plain === '' || plain.toLowerCase() === 'history' ? `${plain}_` : plain;
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : ` (${number})`;
    const name = cutTo(base, LONGEST_NAME - end.length) + end;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** No half of a surrogate pair stays at the end. */
const cutTo = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
