import type { ConfigDoubt, ConfigSave } from '../../../main/contract/config-changes.ts';
import type { ConfigChange, OpenConfigFile } from '../../../main/contract/config-files.ts';
import type { Client } from '../../../main/contract/index.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';

/** Everything that writes a file; each may be doubted, or meet a change from outside. */
export type FileWrite =
  | Readonly<{ type: 'save'; change: ConfigChange; why: string; baseHash?: string }>
  | Readonly<{ type: 'undo' }>
  | Readonly<{ type: 'redo' }>
  | Readonly<{ type: 'restore-terminal-id'; value: string }>
  | Readonly<{ type: 'delete-terminal-id'; why: string }>;

/** Sends a write upon the content that is shown. */
export function sendWrite(
  client: Client,
  { file }: OpenConfigFile,
  write: FileWrite,
  accepted: readonly ConfigDoubt[],
): Promise<ConfigSave> {
  const upon = { fileId: file.id, baseHash: file.hash, accepted: [...accepted] };
  const { configFiles } = client;
  switch (write.type) {
    case 'save':
      return configFiles.save({
        ...upon,
        baseHash: write.baseHash ?? file.hash,
        change: write.change,
        why: write.why,
      });
    case 'undo':
      return configFiles.undo(upon);
    case 'redo':
      return configFiles.redo(upon);
    case 'restore-terminal-id':
      return configFiles.restoreTerminalId({ ...upon, value: write.value });
    case 'delete-terminal-id':
      return configFiles.deleteTerminalId({ ...upon, why: write.why });
    default:
      return assertNever(write);
  }
}
