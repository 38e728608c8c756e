import { CONFIG_DOUBTS, type ConfigDoubt } from '../../contract/config-changes.ts';
import type { TillState } from '../../contract/config-files.ts';
import { checkConfig } from '../../domain/config-files/check-config.ts';
import type { ConfigSurroundings } from '../../domain/config-files/config-topology.ts';
import type { KnownFile } from './config-work.ts';
import { terminalIdOf, tryOpen } from './observe-file.ts';
import { openOnce } from './opened-once.ts';

type Step = Readonly<{ before: Uint8Array; after: Uint8Array }>;

/** What a person must agree to before `after` is written over `before`. */
export function doubtsOf(
  file: KnownFile,
  { before, after }: Step,
  till: TillState,
  around: ConfigSurroundings,
): readonly ConfigDoubt[] {
  const was = tryOpen(file, before);
  const is = openOnce(file, after);
  const identity = terminalIdOf(was);
  const errors = (document: typeof is): ReadonlySet<string> =>
    new Set(
      checkConfig(document.kind, document.entries, around)
        .filter(({ level }) => level === 'error')
        .map(({ code, element }) => `${code} ${element}`),
    );
  const old = was ? errors(was) : null;
  const held: Readonly<Record<ConfigDoubt, boolean>> = {
    'front-running': till.frontRunning,
    'shift-open': till.shiftOpen,
    'terminal-id': identity !== null && identity !== terminalIdOf(is),
    'new-errors': old !== null && [...errors(is)].some((error) => !old.has(error)),
  };
  return CONFIG_DOUBTS.filter((doubt) => held[doubt]);
}
