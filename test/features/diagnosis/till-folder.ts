import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Names of a till's files under a folder of roaming data. */
export const TILL = 'iiko/CashServer';
export const PLUGIN_FILE = `${TILL}/PluginConfigs/Resto.Front.Api.Delivery/deliveryPluginConfig.xml`;
export const FRONT_FILE = `${TILL}/config.xml`;
export const TILL_LOG = `${TILL}/Logs/cash-server.log`;
export const PLUGIN_LOG = `${TILL}/Logs/plugin-Resto.Front.Api.Delivery.log`;
export const OFFICE_FILE = 'iiko/Rms/Default/config/backclient.config.xml';
export const CHAIN_OFFICE_FILE = 'iiko/Chain/Default/config/backclient.config.xml';

export const CALL_CENTRE = 'http://callcentre.example.org:8080/resto';
export const OWN_SERVER = 'http://rms.example.org:8080/resto';
export const TERMINAL_ID = '7b3f5d0e-4c1a-4f5e-9a61-2f0c7f6b1d11';

const SPACES =
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';

/** A file of settings with these elements, written as .NET writes it. */
export function configXml(elements: readonly (readonly [string, string])[]): string {
  const lines = elements.map(([name, value]) => `  <${name}>${value}</${name}>`);
  return ['<?xml version="1.0"?>', `<config ${SPACES}>`, ...lines, '</config>'].join('\r\n');
}

/** `deliveryPluginConfig.xml`; null leaves an element out. */
export function pluginXml(
  over: Readonly<{ serverUrl?: string | null; timeout?: string | null; id?: string | null }> = {},
): string {
  const { serverUrl = CALL_CENTRE, timeout = '30000', id = TERMINAL_ID } = over;
  const all: readonly (readonly [string, string | null])[] = [
    ['serviceMethodTimeoutMilliseconds', timeout],
    ['serverUrl', serverUrl],
    ['terminalId', id],
    ['connectToServerDelayInSeconds', '5'],
  ];
  return configXml(
    all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
}

/** Lines of a log a second apart, ending at the given time of the till's clock. */
export function logText(last: string, lines: readonly string[]): string {
  const end = Date.parse(`${last}Z`);
  const stamped = lines.map((line, at) => {
    const time = new Date(end - (lines.length - 1 - at) * 1000).toISOString();
    return line.startsWith(' ') ? line : `${time.slice(0, 10)} ${time.slice(11, 23)} ${line}`;
  });
  return `${stamped.join('\r\n')}\r\n`;
}

/** A folder on the disk with these files; newer files come later in the list. */
export function plantFolder(files: ReadonlyMap<string, string | Uint8Array>): {
  root: string;
  remove(): void;
} {
  const root = mkdtempSync(join(tmpdir(), 'till-'));
  let at = Date.now() / 1000 - 1000;
  for (const [name, content] of files) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    utimesSync(path, (at += 1), at);
  }
  return {
    root,
    remove() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
