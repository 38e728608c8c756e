import { assertNever } from '../assert-never.ts';
import { knownElement } from './config-catalogue.ts';
import { checkDeliveryPlugin } from './config-delivery-rules.ts';
import type { ConfigEntry } from './config-entry.ts';
import type { ConfigFileKind } from './config-file.ts';
import type { ConfigFinding, FindingLevel } from './config-finding.ts';
import { checkFront } from './config-front-rules.ts';
import { checkNames } from './config-name-rules.ts';
import type { ConfigSurroundings } from './config-topology.ts';
import { hostedAddress, isHostedServer, readServerUrl } from './config-url.ts';
import { checkValue } from './config-value-rules.ts';

const ORDER: readonly FindingLevel[] = ['error', 'warning', 'note'];

/**
 * Everything the rules find in a file of this kind, errors first (`iiko-local.md` 1.2–1.6, 5.2).
 * Never fails: a file that can not be read does not come this far.
 */
export function checkConfig(
  kind: ConfigFileKind,
  entries: readonly ConfigEntry[],
  around: ConfigSurroundings,
): readonly ConfigFinding[] {
  const values = entries.flatMap((entry) => {
    const known = knownElement(kind, entry.path);
    // An empty terminalId has a finding of its own.
    if (
      !known ||
      (kind === 'delivery-plugin' && entry.path === 'terminalId' && entry.value.trim() === '')
    ) {
      return [];
    }
    return checkValue(known, entry);
  });
  const all = [...checkNames(kind, entries), ...values, ...checkTogether(kind, entries, around)];
  return all.toSorted((one, other) => ORDER.indexOf(one.level) - ORDER.indexOf(other.level));
}

function checkTogether(
  kind: ConfigFileKind,
  entries: readonly ConfigEntry[],
  around: ConfigSurroundings,
): readonly ConfigFinding[] {
  switch (kind) {
    case 'delivery-plugin':
      return checkDeliveryPlugin(entries, around);
    case 'front':
      return checkFront(entries);
    case 'backclient':
      return checkOffice(entries);
    case 'resto-properties':
      return checkAnonymous(entries);
    case 'cash-server-info':
    case 'log':
      return [];
    default:
      return assertNever(kind);
  }
}

/** F9: present, yet not switched on. Absence is the vendor's default and no finding. */
function checkAnonymous(entries: readonly ConfigEntry[]): readonly ConfigFinding[] {
  const element = 'enable-create-delivery-without-customer';
  const last = entries.findLast(({ path }) => path === element);
  if (!last || last.value.toLowerCase() === 'true') return [];
  return [{ level: 'note', code: 'anonymous-orders-off', element: last.address, params: {} }];
}

/** A hosted server answers on https 443 only (`iiko-local.md` 1.2). */
function checkOffice(entries: readonly ConfigEntry[]): readonly ConfigFinding[] {
  return entries.flatMap((entry): readonly ConfigFinding[] => {
    if (entry.path !== 'ServersList/ServerAddr') return [];
    const group = entry.address.slice(0, entry.address.lastIndexOf('/'));
    const beside = (name: string): string =>
      entries.find(({ address }) => address === `${group}/${name}`)?.value.trim() ?? '';
    const port = beside('Port');
    const url = readServerUrl(`${beside('Protocol') || 'http'}://${entry.value.trim()}/resto`);
    if (url === null || !isHostedServer(url)) return [];
    const fits = url.protocol === 'https:' && (port === '' || port === '443');
    const code = url.protocol === 'https:' ? 'url-hosted-port' : 'url-hosted-insecure';
    const params = { expected: hostedAddress(url) };
    return fits ? [] : [{ level: 'warning', code, element: entry.address, params }];
  });
}
