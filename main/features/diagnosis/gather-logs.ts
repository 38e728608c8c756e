import { basename } from 'node:path';
import type { IikoFile } from '../../documents/iiko-files/iiko-file.ts';
import { readLogTail } from '../../documents/iiko-files/read-log-tail.ts';
import type {
  PluginLogEvidence,
  TillLogEvidence,
} from '../../domain/diagnosis/diagnosis-evidence.ts';
import { explainLog } from '../../domain/diagnosis/log-patterns.ts';
import { readTillLog } from '../../domain/diagnosis/till-log.ts';

/** The till tells its facts at its start, long before the end of its log. */
const TILL_LOG_BYTES = 8 * 1024 * 1024;
const PLUGIN_LOG_BYTES = 4 * 1024 * 1024;
const TILL_LOG = /^cash-server\.log$/i;
const PLUGIN_LOG = /^plugin-resto\.front\.api\.delivery\.log$/i;

/** Facts of the till's own log. */
export async function gatherTillLog(files: readonly IikoFile[]): Promise<TillLogEvidence> {
  const read = await readNewest(files, TILL_LOG, TILL_LOG_BYTES);
  return read ? { type: 'read', path: read.path, ...readTillLog(read.lines) } : { type: 'absent' };
}

/** The delivery plugin's last errors, explained. */
export async function gatherPluginLog(files: readonly IikoFile[]): Promise<PluginLogEvidence> {
  const read = await readNewest(files, PLUGIN_LOG, PLUGIN_LOG_BYTES);
  return read ? { type: 'read', path: read.path, ...explainLog(read.lines) } : { type: 'absent' };
}

async function readNewest(files: readonly IikoFile[], name: RegExp, mostBytes: number) {
  const file = files.find(({ kind, path }) => kind === 'log' && name.test(basename(path)));
  const lines = file && (await readLogTail(file.root, file.path, mostBytes));
  return lines ? { path: file.path, lines } : null;
}
