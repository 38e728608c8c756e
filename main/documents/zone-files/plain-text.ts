/** Nobody's first line begins after this many characters. */
const LONGEST_LOOK = 65_536;
const BREAK = /^(?:br|p|div|li|ul|ol|tr|table|h[1-6]|hr)$/;
const SILENT = /^(?:script|style|head|title)$/;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['laquo', '«'],
  ['raquo', '»'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['rub', '₽'],
]);
const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi;
/** Invisible characters that make two equal names different: marks of direction, joiners, hyphens. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
// eslint-disable-next-line no-control-regex -- finding them is the purpose
const CONTROL = /[\u0000-\u001F\u007F-\u009F]+/g;

/** A name without white space around it, runs of it inside, and characters that nobody sees. */
export const tidyName = (text: string): string =>
  text.replace(INVISIBLE, '').replace(CONTROL, ' ').toWellFormed().replace(/\s+/g, ' ').trim();

/**
 * The first line that says something of a description, be it plain text or HTML. Markup is thrown
 * away in one pass, never interpreted; the answer is text, to be shown as text.
 */
export function firstLine(description: string): string {
  const beginning = description.slice(0, LONGEST_LOOK).toWellFormed();
  for (const line of withoutMarkup(beginning).split('\n')) {
    const tidy = tidyName(decodeEntities(line));
    if (tidy !== '') return tidy;
  }
  return '';
}

/** Tags become nothing or a line's end; `<` that begins no tag stays. */
function withoutMarkup(html: string): string {
  const pieces: string[] = [];
  let at = 0;
  let silent: string | null = null;
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', open + 1)) {
    const name = /^\/?[a-z!][a-z0-9]{0,15}/i.exec(html.slice(open + 1, open + 18))?.[0];
    if (name === undefined) continue;
    const close = html.indexOf('>', open);
    if (close === -1) break;
    const bare = name.replace('/', '').toLowerCase();
    if (silent === null) pieces.push(html.slice(at, open), BREAK.test(bare) ? '\n' : '');
    if (silent === bare && name.startsWith('/')) silent = null;
    else if (silent === null && SILENT.test(bare) && !name.startsWith('/')) silent = bare;
    at = close + 1;
    open = close;
  }
  if (silent === null) pieces.push(html.slice(at));
  return pieces.join('');
}

const decodeEntities = (text: string): string =>
  text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
