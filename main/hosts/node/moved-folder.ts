import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MOVE_WISH } from '../../domain/backups/folder-notes.ts';

/** The data folder to work with, after moving it where somebody wants it; what moves is loaded only then. */
export async function movedFolder(dataFolder: string): Promise<string> {
  if (!existsSync(join(dataFolder, MOVE_WISH))) return dataFolder;
  const { moveIfAsked } = await import('../../application.ts');
  return moveIfAsked(dataFolder, Date.now());
}
