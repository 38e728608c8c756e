import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Application } from '../../main/application.ts';
import { nodeCoreOptions } from '../../main/hosts/node/node-core-options.ts';
import { startCore } from '../../main/hosts/thread/start-core.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { newFolder, removeFolder } from '../faults/support/chain-desk.ts';

/** What one till's plugin file says; what is left out is as on a till that is set up well. */
export type TillValues = Readonly<{
  timeoutMs?: string;
  serverUrl?: string;
  terminalId?: string;
  more?: readonly string[];
}>;

/** Files of a till as iikoFront writes them: CRLF, two spaces, a comment. */
export function pluginFile(values: TillValues = {}): string {
  const { timeoutMs = '30000', serverUrl = 'https://cc.iiko.it:443/resto' } = values;
  const { terminalId = '7b3f5d0e-4c1a-4f5e-9a61-2f0c7f6b1d11', more = [] } = values;
  return [
    '<?xml version="1.0"?>',
    '<config xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">',
    '  <!-- настроил Пётр, 14 марта -->',
    `  <serviceMethodTimeoutMilliseconds>${timeoutMs}</serviceMethodTimeoutMilliseconds>`,
    `  <serverUrl>${serverUrl}</serverUrl>`,
    `  <terminalId>${terminalId}</terminalId>`,
    '  <connectToServerDelayInSeconds>5</connectToServerDelayInSeconds>',
    ...more.map((line) => `  ${line}`),
    '</config>',
  ].join('\r\n');
}

/** The till's own file. */
export const frontFile = (...more: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<config xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    '  <serverUrl>https://rms.iiko.it:443/resto</serverUrl>',
    '  <AllowHandCardRoll>false</AllowHandCardRoll>',
    '  <ShowMinimizeButton>false</ShowMinimizeButton>',
    ...more.map((line) => `  ${line}`),
    '</config>',
  ].join('\r\n');

/** Writes a till's folder; answers the paths of its two files. */
export function writeTill(
  root: string,
  plugin: string | null,
  front: string,
): Readonly<{ plugin: string; front: string }> {
  const till = join(root, 'iiko', 'CashServer');
  const paths = {
    plugin: join(till, 'PluginConfigs', 'Resto.Front.Api.Delivery', 'deliveryPluginConfig.xml'),
    front: join(till, 'config.xml'),
  };
  mkdirSync(dirname(plugin === null ? paths.front : paths.plugin), { recursive: true });
  if (plugin !== null) writeFileSync(paths.plugin, plugin);
  writeFileSync(paths.front, front);
  return paths;
}

/** The whole program over a temporary folder of tills. */
export type TerminalsDesk = Readonly<{
  desk: Application;
  dataFolder: string;
  /** The folder that stands for the PC's roaming data. */
  roaming: string;
  folder: string;
  close(): Promise<void>;
}>;

/** Starts the real threads; `fill` writes the tills before. */
export async function openTerminalsDesk(fill: (roaming: string) => void): Promise<TerminalsDesk> {
  const folder = realpathSync(newFolder('terminals'));
  const roaming = join(folder, 'Users', 'Kassa1', 'AppData', 'Roaming');
  mkdirSync(roaming, { recursive: true });
  fill(roaming);
  const dataFolder = join(folder, 'data');
  const options = nodeCoreOptions('test', dataFolder, false);
  const desk = await startCore({ ...options, startDemo: null, localIikoRoots: [roaming] });
  await askCore(desk, 'settings.finishFirstRun', {});
  return {
    desk,
    dataFolder,
    roaming,
    folder,
    async close() {
      await desk.close();
      removeFolder(folder);
    },
  };
}
