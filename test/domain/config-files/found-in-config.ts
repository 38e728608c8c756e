import { checkConfig } from '../../../main/domain/config-files/check-config.ts';
import type { ConfigEntry } from '../../../main/domain/config-files/config-entry.ts';
import type { ConfigFileKind } from '../../../main/domain/config-files/config-file.ts';
import {
  NOTHING_KNOWN,
  type ConfigSurroundings,
  type ConfigTopology,
} from '../../../main/domain/config-files/config-topology.ts';

/** A terminal's identifier that is well formed. */
export const GUID = '7b3f5d0e-4c1a-4f5e-9a61-2f0c7f6b1d11';
/** A call centre's server. */
export const CENTRE = 'https://callcenter.example.org:443/resto';

/** What a file says, element by element. */
export type Written = readonly (readonly [
  path: string,
  value: string,
  more?: Partial<ConfigEntry>,
])[];

/** Entries as a document gives them, numbered among those of the same name. */
export function entries(written: Written): readonly ConfigEntry[] {
  const count = (path: string): number => written.filter(([name]) => name === path).length;
  return written.map(([path, value, more], at) => {
    const index = written.slice(0, at + 1).filter(([name]) => name === path).length;
    const address = index === 1 ? path : `${path}[${index}]`;
    const entry = { address, path, index, count: count(path), value, nil: false, group: false };
    return { ...entry, line: at + 3, ...more };
  });
}

/** What is found in a file: level, code, element. */
export const found = (
  kind: ConfigFileKind,
  written: Written,
  around: ConfigSurroundings = NOTHING_KNOWN,
): readonly string[] =>
  checkConfig(kind, entries(written), around).map(
    ({ level, code, element }) => `${level} ${code} ${element}`,
  );

/** A plugin file that is well set up, but for these; null leaves one out. */
export const plugin = (changes: Readonly<Record<string, string | null>> = {}): Written => {
  const values = {
    serviceMethodTimeoutMilliseconds: '30000',
    serverUrl: CENTRE,
    terminalId: GUID,
    connectToServerDelayInSeconds: '5',
    ...changes,
  };
  return Object.entries(values).flatMap(([path, value]) =>
    value === null ? [] : [[path, value] as const],
  );
};

/** One venue on a hosted server, but for these. */
export const topology = (changes: Partial<ConfigTopology>): ConfigTopology => ({
  venues: 'one',
  delivery: 'terminal',
  server: 'hosted',
  callCentreUrl: null,
  ...changes,
});
