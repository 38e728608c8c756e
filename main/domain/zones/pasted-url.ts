import { Failure } from '../failure.ts';

const LONGEST = 4096;
const URLS = /https?:\/\/[^\s"'<>]+/gi;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const LOCAL = /^(?:[a-z]:[\\/]|\\\\|\/(?!\/)|file:)/i;
const BARE_HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/|\?|$)/i;

/**
 * The one address in what somebody pasted: a link, a link in a sentence, the code of an embedded
 * map, an address without `https://`. Anything else is a `Failure('invalid', 'zones.link-…')`.
 */
export function pastedUrl(text: string): URL {
  const pasted = text.trim().replace(/^[<«"']+|[>»"']+$/g, '');
  if (pasted === '') return refuse('zones.link-empty');
  if (pasted.length > LONGEST) return refuse('zones.link-too-long', { most: LONGEST });
  if (LOCAL.test(pasted)) return refuse('zones.link-local-file');
  const urls = new Set([...pasted.matchAll(URLS)].map(([url]) => url.replaceAll('&amp;', '&')));
  if (urls.size > 1) return refuse('zones.link-several', { count: urls.size });
  const [url] = urls;
  return parsed(url === undefined ? withScheme(pasted) : url.replace(/[.,;)\]]+$/, ''));
}

function withScheme(pasted: string): string {
  if (pasted.startsWith('//')) return `https:${pasted}`;
  if (BARE_HOST.test(pasted)) return `https://${pasted}`;
  const scheme = SCHEME.exec(pasted)?.[1];
  if (scheme !== undefined && !/^https?$/i.test(scheme))
    return refuse('zones.link-scheme', { scheme: scheme.slice(0, 20) });
  return refuse('zones.link-none');
}

function parsed(text: string): URL {
  const url = URL.parse(text);
  if (!url) return refuse('zones.link-none');
  if (url.username !== '' || url.password !== '') return refuse('zones.link-credentials');
  return url;
}

function refuse(code: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new Failure('invalid', code, params);
}
