import type { ConfigEntry } from './config-entry.ts';
import type { ConfigFinding, FindingCode, FindingLevel } from './config-finding.ts';
import { hostedAddress, isHostedServer, readServerUrl } from './config-url.ts';

/** Whether an address can work at all, and what is odd about it (`iiko-local.md` 1.2 URL facts). */
export function checkServerUrl(entry: ConfigEntry): readonly ConfigFinding[] {
  const url = readServerUrl(entry.value);
  const found = (
    level: FindingLevel,
    code: FindingCode,
    params: ConfigFinding['params'] = {},
  ): ConfigFinding => ({ level, code, element: entry.address, params });
  if (url === null) return [found('error', 'url-unreadable', { value: entry.value })];
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return [found('error', 'url-scheme', { scheme: url.protocol.replace(':', '') })];
  }
  const findings: ConfigFinding[] = [];
  if (!/^\/resto\/*$/i.test(url.pathname)) findings.push(found('warning', 'url-without-resto'));
  if (url.search !== '' || url.hash !== '') findings.push(found('note', 'url-with-query'));
  if (url.username !== '' || url.password !== '') findings.push(found('warning', 'url-with-login'));
  const hosted = hostedFinding(url);
  if (hosted) findings.push(found('warning', hosted, { expected: hostedAddress(url) }));
  return findings;
}

function hostedFinding(url: URL): FindingCode | null {
  if (!isHostedServer(url)) return null;
  if (url.protocol === 'http:') return 'url-hosted-insecure';
  return url.port === '' ? null : 'url-hosted-port';
}
