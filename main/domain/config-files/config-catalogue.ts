import type { ConfigElement, ConfigValueType } from './config-element.ts';
import type { ConfigFileKind } from './config-file.ts';
import type { ConfigSurroundings } from './config-topology.ts';

/** Milliseconds: "not less than 30 seconds" (`iiko-local.md` 1.2, F3). */
export const RECOMMENDED_TIMEOUT_MS = 30_000;
const LARGEST_INT = 2_147_483_647;

const boolean: ConfigValueType = { type: 'boolean' };
const url: ConfigValueType = { type: 'url' };
const text: ConfigValueType = { type: 'text' };
const group: ConfigValueType = { type: 'group' };
const integer = (least: number, most: number, unit: 'ms' | 's' | null): ConfigValueType => ({
  type: 'integer',
  least,
  most,
  unit,
});

type Facts = Partial<
  Pick<ConfigElement, 'otherwise' | 'repeated' | 'nillable' | 'rule' | 'recommend'>
>;

const element =
  (kind: ConfigFileKind, source: string) =>
  (path: string, value: ConfigValueType, facts: Facts = {}): ConfigElement => ({
    kind,
    path,
    value,
    source,
    otherwise: null,
    repeated: false,
    nillable: false,
    rule: null,
    recommend: () => null,
    ...facts,
  });

const plugin = element('delivery-plugin', '1.2');
const front = element('front', '1.3');
const office = element('backclient', '1.4');
const server = element('resto-properties', '1.5');
const state = element('cash-server-info', '1.1');

/** Every element that is publicly known. Others are lawful: they are kept, never judged. */
export const CONFIG_CATALOGUE: readonly ConfigElement[] = [
  plugin('serverUrl', url, { rule: 'F1', recommend: callCentre }),
  plugin('serviceMethodTimeoutMilliseconds', integer(1, LARGEST_INT, 'ms'), {
    rule: 'F3',
    recommend: (_, current) => (enough(current) ? current : String(RECOMMENDED_TIMEOUT_MS)),
  }),
  plugin('terminalId', { type: 'guid' }, { rule: 'F4' }),
  plugin('connectToServerDelayInSeconds', integer(0, 86_400, 's'), {
    otherwise: '5',
    rule: 'F5',
    recommend: (_, current) => (current !== null && /^\d+$/.test(current) ? current : '5'),
  }),
  front('serverUrl', url),
  front('AllowHandCardRoll', boolean, { otherwise: 'false', rule: 'F7' }),
  front('cardReaderConfigured', boolean, { rule: 'F7' }),
  front('showDeliveryListOnLogin', boolean, { otherwise: 'false', rule: 'F6' }),
  front('a4DeliveryInvoiceFormat', boolean, { rule: 'F8' }),
  front('ShowMinimizeButton', boolean, { otherwise: 'false' }),
  front('customDataObsolescenceDuration', { type: 'time-span' }, { otherwise: '3.00:00:00' }),
  front('allowedParsers', text, { repeated: true }),
  front('fastMenuConfig', group),
  front('fastMenuConfig/width', integer(0, LARGEST_INT, null), { nillable: true }),
  front('fastMenuConfig/enabled', boolean),
  office('ServersList', group, { repeated: true }),
  office('ServersList/ServerName', text),
  office('ServersList/Version', text),
  office('ServersList/ComputerName', text),
  office('ServersList/Protocol', { type: 'choice', values: ['http', 'https'] }),
  office('ServersList/ServerAddr', text),
  office('ServersList/ServerSubUrl', text, { otherwise: '/resto' }),
  office('ServersList/Port', integer(1, 65_535, null)),
  office('ServersList/IsPresent', boolean),
  office('Login', text),
  server('enable-create-delivery-without-customer', boolean, { otherwise: 'false', rule: 'F9' }),
  state('CurrentCafeSessionNumber', integer(0, LARGEST_INT, null)),
  state('CurrentCafeSessionOpenDate', text),
  state('StartPageCashRegisterId', text),
];

/** What is known of the files of one kind. */
export const catalogueOf = (kind: ConfigFileKind): readonly ConfigElement[] =>
  CONFIG_CATALOGUE.filter((one) => one.kind === kind);

/** The known element at a path (names without numbers); undefined: not known to us. */
export function knownElement(kind: ConfigFileKind, path: string): ConfigElement | undefined {
  return CONFIG_CATALOGUE.find((one) => one.kind === kind && one.path === path);
}

/** One venue: its own server is the call centre (C6). A chain: a server of its own is (C5, F2). */
function callCentre(around: ConfigSurroundings, current: string | null): string | null {
  const { topology, ownServerUrl } = around;
  if (topology === null) return null;
  if (topology.callCentreUrl !== null) return topology.callCentreUrl;
  return topology.venues === 'one' ? (ownServerUrl ?? current) : null;
}

const enough = (current: string | null): boolean =>
  current !== null && /^\d{1,9}$/.test(current) && Number(current) >= RECOMMENDED_TIMEOUT_MS;
