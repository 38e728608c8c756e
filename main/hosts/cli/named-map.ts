import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { ZoneFileMade } from '../../contract/zone-files.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { takeTransfer } from '../take-transfer.ts';
import type { CommandContext } from './command.ts';

/** A map that was named on the command line: a file's path, or the download of a link. */
export async function nameMap({ core }: CommandContext, named: string): Promise<string> {
  if (!/^https?:\/\//i.test(named)) return resolve(named);
  const { path } = await askCore<{ path: string }>(await core(), 'zoneFiles.fetchLink', {
    link: named,
  });
  return path;
}

/** Writes what the core made under its new name; a file that is there stays as it is. */
export async function takeMade(
  { dataFolder }: CommandContext,
  { handle }: ZoneFileMade,
  out: string,
): Promise<void> {
  const transfer = await takeTransfer(dataFolder, handle);
  if (!transfer) throw new Failure('unexpected', 'zones.not-written', { path: out });
  const bytes = await buffer(transfer.open());
  await writeFile(out, bytes, { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'EEXIST' ? 'zones.out-exists' : 'zones.not-written';
    throw new Failure('conflict', code, { path: out }, { cause });
  });
}

/** Asks about a map; the core is the one of the command. */
export const askMap = async <Output>(
  { core }: CommandContext,
  topic: string,
  input: unknown,
): Promise<Output> => askCore<Output>(await core(), topic, input);
