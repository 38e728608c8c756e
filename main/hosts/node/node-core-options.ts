import { join } from 'node:path';
import type { HostName } from '../../outside.ts';
import type { CoreOptions } from '../thread/start-core.ts';
import { startTourOnce } from '../thread/start-demo.ts';
import { localIikoRoots } from './data-folder.ts';
import { keyFileSeal } from './key-file-seal.ts';
import { openProgramLog } from './program-log.ts';

/** What the core gets where there is no Electron: a key file, a log file, the tour's chain. */
export function nodeCoreOptions(
  host: HostName,
  dataFolder: string,
  scheduled: boolean,
): CoreOptions {
  return {
    host,
    dataFolder,
    scheduled,
    localIikoRoots: localIikoRoots(),
    startDemo: startTourOnce(),
    log: openProgramLog(dataFolder).log,
    ...keyFileSeal(join(dataFolder, 'seal.key')),
  };
}
