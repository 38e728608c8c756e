import { readFileSync } from 'node:fs';

/** The mark in the runtime's program before its fuses (Electron, «Fuses»). */
export const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** In the order of the wire. */
const NAMES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

export type FuseName = (typeof NAMES)[number];

/** What each fuse must be in the program that is shipped. */
export const WANTED_FUSES: Readonly<Record<FuseName, boolean>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** Reads the fuses back from a program; throws where it has no wire. */
export function readFuses(program: string): Readonly<Record<FuseName, boolean>> {
  const bytes = readFileSync(program);
  const at = bytes.indexOf(FUSE_MARK);
  if (at === -1) throw new Error(`No fuses in ${program}`);
  const states = bytes.subarray(at + FUSE_MARK.length + 2).toString('latin1', 0, NAMES.length);
  return Object.fromEntries(NAMES.map((name, index) => [name, states[index] === '1'])) as Readonly<
    Record<FuseName, boolean>
  >;
}
