/** A source from its channel down to the keyword: 1–7 levels (`roistat-mindbox.md` 1.7). */
export type SourcePath = readonly string[];

/** No touch tells anything. */
export const UNKNOWN_SOURCE: SourcePath = [':unknown'];

/** A visit that came without any tag. */
export const DIRECT_SOURCE: SourcePath = [':direct'];

const MOST_LEVELS = 7;
const LONGEST_LEVEL = 200;

/** What two spellings of one level have in common: case, ё, width and spaces do not matter. */
export function foldSource(text: string): string {
  const folded = text.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е');
  return folded.replace(/\s+/g, ' ');
}

/** Tells paths apart whatever their spelling. */
export const pathKey = (path: SourcePath): string => path.map(foldSource).join('\u001f');

/** Drops empty ends, cuts too long names and puts the eighth level and what follows into the seventh. */
export function toSourcePath(levels: readonly string[]): SourcePath {
  const told = levels.map((level) => level.trim().slice(0, LONGEST_LEVEL));
  while (told.at(-1) === '') told.pop();
  if (told.length <= MOST_LEVELS) return told.map((level) => level || '—');
  const kept = told.slice(0, MOST_LEVELS - 1);
  return [...kept, told.slice(MOST_LEVELS - 1).join('_')].map((level) => level || '—');
}

const UTM_PREFIX = /^:utm:/i;

/**
 * Reads a marker as Roistat writes it: levels parted by underscores («direct4_search_18000022»),
 * a source made of utm tags with its prefix (`:utm:google_cpc_…`). Empty means a direct visit.
 */
export function readMarker(text: string): SourcePath {
  const marker = text.trim();
  if (marker === '') return DIRECT_SOURCE;
  return toSourcePath(marker.replace(UTM_PREFIX, '').split('_'));
}

const UTM_KEYS = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'];

/** The source that utm tags name, in the vendor's order of levels; null without `utm_source`. */
export function readUtm(tags: ReadonlyMap<string, string>): SourcePath | null {
  if (!tags.get('utm_source')?.trim()) return null;
  return toSourcePath(UTM_KEYS.map((key) => tags.get(key) ?? ''));
}

const FREE_CHANNELS = new Set([
  ':unknown',
  ':direct',
  '',
  'direct',
  '(direct)',
  'прямые визиты',
  'прямой заход',
  'seo',
  'organic',
  'site',
  'referral',
]);
const FREE_MEDIUMS = new Set(['organic', 'referral', 'none', '(none)', '(not set)']);

/** Whether a source counts for «last paid»: anything but direct, search results and links. */
export function isPaidSource(path: SourcePath): boolean {
  const [channel = '', medium = ''] = path.map(foldSource);
  return !FREE_CHANNELS.has(channel) && !FREE_MEDIUMS.has(medium);
}
