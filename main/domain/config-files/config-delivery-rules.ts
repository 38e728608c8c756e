import { RECOMMENDED_TIMEOUT_MS } from './config-catalogue.ts';
import { entryAt, valueAt, type ConfigEntry } from './config-entry.ts';
import type { ConfigFinding, FindingCode, FindingLevel } from './config-finding.ts';
import type { ConfigSurroundings } from './config-topology.ts';
import { isLocalServer, isSameServer, isThisPc, readServerUrl } from './config-url.ts';

const SHORTEST_MS = 1000;
const SHORTEST_INTERNET_MS = 20_000;
const LONGEST_MS = 300_000;
const EMPTY_GUID = /^\{?[0-]+\}?$/;

/** Rules of `deliveryPluginConfig.xml` that need more than one value (F1–F4; features T1–T3). */
export function checkDeliveryPlugin(
  entries: readonly ConfigEntry[],
  around: ConfigSurroundings,
): readonly ConfigFinding[] {
  return [
    ...checkCallCentre(entries, around),
    ...checkTimeout(entries, around),
    ...checkTerminal(entries),
  ];
}

const found = (
  level: FindingLevel,
  code: FindingCode,
  element: string,
  params: ConfigFinding['params'] = {},
): ConfigFinding => ({ level, code, element, params });

/** T2: the call centre's address, not the venue's own, unless both are one. */
function checkCallCentre(
  entries: readonly ConfigEntry[],
  { topology, ownServerUrl }: ConfigSurroundings,
): readonly ConfigFinding[] {
  const value = valueAt(entries, 'serverUrl');
  if (value === null)
    return [found('error', 'element-missing', 'serverUrl', { name: 'serverUrl' })];
  const url = readServerUrl(value);
  const element = 'serverUrl';
  if (url === null) return [];
  if (topology === null)
    return isThisPc(url) ? [found('note', 'call-centre-unknown', element)] : [];
  const { callCentreUrl } = topology;
  if (callCentreUrl !== null) {
    if (isSameServer(value, callCentreUrl)) return [];
    const code =
      isThisPc(url) && topology.venues === 'chain'
        ? 'call-centre-is-localhost'
        : 'call-centre-differs';
    return [found('error', code, element, { expected: callCentreUrl })];
  }
  if (topology.venues === 'chain') {
    if (isThisPc(url))
      return [found('error', 'call-centre-is-localhost', element, { expected: '' })];
    const own = ownServerUrl !== null && isSameServer(value, ownServerUrl);
    return own ? [found('error', 'call-centre-is-own-server', element, { expected: '' })] : [];
  }
  return checkOneVenue(value, url, ownServerUrl);
}

/** One venue: its own server. `localhost` may be the same PC under another name. */
function checkOneVenue(
  value: string,
  url: URL,
  ownServerUrl: string | null,
): readonly ConfigFinding[] {
  const own = ownServerUrl === null ? null : readServerUrl(ownServerUrl);
  if (own === null || ownServerUrl === null) return [];
  if (isThisPc(own) || isThisPc(url) || isSameServer(value, ownServerUrl)) return [];
  return [found('warning', 'call-centre-differs', 'serverUrl', { expected: ownServerUrl })];
}

/** T1: the course contradicts itself (10 s called 1 s; 20–30 s; at least 30 s); 30,000 ms is the aim. */
function checkTimeout(
  entries: readonly ConfigEntry[],
  around: ConfigSurroundings,
): readonly ConfigFinding[] {
  const element = 'serviceMethodTimeoutMilliseconds';
  const value = valueAt(entries, element);
  if (value === null || !/^\d+$/.test(value)) return [];
  const ms = Number(value);
  const params = { value: ms, seconds: ms / 1000, expected: RECOMMENDED_TIMEOUT_MS };
  if (ms === 0) return [];
  if (ms < SHORTEST_MS) return [found('error', 'timeout-too-short', element, params)];
  if (ms > LONGEST_MS) return [found('warning', 'timeout-too-long', element, params)];
  if (ms >= RECOMMENDED_TIMEOUT_MS) return [];
  return isOverInternet(entries, around) && ms < SHORTEST_INTERNET_MS
    ? [found('warning', 'timeout-short-for-internet', element, params)]
    : [found('note', 'timeout-below-recommended', element, params)];
}

function isOverInternet(entries: readonly ConfigEntry[], around: ConfigSurroundings): boolean {
  const url = readServerUrl(valueAt(entries, 'serverUrl') ?? '');
  return url === null ? around.topology?.server === 'hosted' : !isLocalServer(url);
}

/** T3: made by the program itself; without it the terminal has to be registered anew. */
function checkTerminal(entries: readonly ConfigEntry[]): readonly ConfigFinding[] {
  const entry = entryAt(entries, 'terminalId');
  if (!entry) return [found('warning', 'terminal-id-missing', 'terminalId')];
  const value = entry.value.trim();
  return value === '' || EMPTY_GUID.test(value)
    ? [found('error', 'terminal-id-empty', entry.address)]
    : [];
}
