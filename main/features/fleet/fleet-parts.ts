import type { configFiles } from '../../contract/config-files.ts';
import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';

/**
 * The editor of local files, given by the application: what a fleet writes goes the same way as what
 * one person writes into one file, with the same checks, history and way back.
 */
export type ConfigEditor = Pick<
  Handlers<typeof configFiles>,
  'list' | 'values' | 'topology' | 'open' | 'preview' | 'save'
>;

/** What the fleet works with. */
export type FleetParts = Readonly<{
  db: WritableDb;
  outside: Pick<Outside, 'now'>;
  announce: Announce;
  editor: ConfigEditor;
}>;
