import { assertNever } from '../assert-never.ts';
import type { Cause } from './diagnosis-causes.ts';
import type { Elements, PluginFileEvidence, RefusedReason } from './diagnosis-evidence.ts';
import { broken, fact, good, unknown, type LinkJudgement } from './diagnosis-link.ts';

const REFUSED: Readonly<Record<RefusedReason, Cause>> = {
  empty: 'file.empty',
  'nul-filled': 'file.nul-filled',
  'not-well-formed': 'file.not-well-formed',
  'forbidden-markup': 'file.forbidden-markup',
  'wrong-root': 'file.wrong-root',
  'two-roots': 'file.two-roots',
  'unknown-encoding': 'file.unknown-encoding',
  'wrong-encoding': 'file.wrong-encoding',
  'too-large': 'file.too-large',
};

const ABSENT = {
  nothing: 'file.front-never-started',
  office: 'file.office-only',
  till: 'file.plugin-never-started',
} as const satisfies Record<string, Cause>;

/** The plugin's file is there, well-formed and says where to connect (`iiko-local.md` 1.2, 1.6). */
export function judgeFile(file: PluginFileEvidence): LinkJudgement {
  switch (file.type) {
    case 'absent':
      return broken(ABSENT[file.seen], { searched: file.searched.join(', ') });
    case 'unreadable':
      return unknown('file-unreadable', true, [fact('file-unreadable', { path: file.path })]);
    case 'refused':
      return broken(REFUSED[file.reason], { path: file.path, line: file.line });
    case 'read':
      return judgeElements(file.path, file.elements);
    default:
      return assertNever(file);
  }
}

function judgeElements(path: string, elements: Elements): LinkJudgement {
  const urls = valuesOf(elements, 'serverUrl');
  const [url] = urls;
  if (url === undefined) return judgeMissingUrl(path, elements);
  if (new Set(urls).size > 1) {
    return broken('file.server-url-twice', { path, first: url, second: urls[1] ?? '' });
  }
  if (!isServerAddress(url)) return broken('file.server-url-not-address', { path, value: url });
  const timeout = valuesOf(elements, 'serviceMethodTimeoutMilliseconds')[0];
  if (timeout !== undefined && !/^[1-9]\d{0,9}$/.test(timeout)) {
    return broken('file.timeout-not-number', { path, value: timeout });
  }
  return good(fact('file-read', { path }), fact('server-url', { url }), ...timeoutFact(elements));
}

function judgeMissingUrl(path: string, elements: Elements): LinkJudgement {
  const similar = Object.keys(elements).find(
    (name) => name !== 'serverUrl' && name.toLowerCase() === 'serverurl',
  );
  return similar === undefined
    ? broken('file.server-url-missing', { path })
    : broken('file.server-url-wrong-case', { path, name: similar });
}

function timeoutFact(elements: Elements) {
  const timeoutMs = timeoutOf(elements);
  return timeoutMs === null ? [] : [fact('timeout', { timeoutMs, seconds: timeoutMs / 1000 })];
}

/** Trimmed, without empty ones: white space around a value does not count for the till either. */
function valuesOf(elements: Elements, name: string): readonly string[] {
  const found = Object.hasOwn(elements, name) ? elements[name] : undefined;
  return (found ?? []).map((text) => text.trim()).filter((text) => text !== '');
}

/** The first `serverUrl` of the file, or null; for scalars the first occurrence counts (1.6). */
export const serverUrlOf = (elements: Elements): string | null =>
  valuesOf(elements, 'serverUrl')[0] ?? null;

/** `terminalId` values, in the order of the file. */
export const terminalIdsOf = (elements: Elements): readonly string[] =>
  valuesOf(elements, 'terminalId');

/** The plugin's patience in milliseconds; null when the file names none. */
export function timeoutOf(elements: Elements): number | null {
  const text = valuesOf(elements, 'serviceMethodTimeoutMilliseconds')[0];
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

/** An absolute http(s) address. */
export function isServerAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '';
}
