import type { configFiles } from '../../contract/config-files.ts';
import type { Handlers } from '../../contract/define.ts';
import { Failure } from '../../domain/failure.ts';
import type { FileMemory } from './diagnosis-parts.ts';

/** What the editor of local files answers that a diagnosis needs. */
type Editor = Pick<Handlers<typeof configFiles>, 'list' | 'topology' | 'terminalIds'>;

/** The memory of the editor of local files: the topology that was told and every identity seen. */
export function rememberFiles(editor: Editor): FileMemory {
  return {
    topology: () => editor.topology({}),
    terminalIds: async (path, root) => {
      try {
        const { files } = await editor.list(root === null ? {} : { root });
        const file = files.find((one) => one.path === path);
        const kept = file ? await editor.terminalIds({ fileId: file.id }) : [];
        return kept.toSorted((left, right) => left.lastSeenAt - right.lastSeenAt);
      } catch (error) {
        // A file that can not be read has no history to ask for; the walk says so itself.
        if (error instanceof Failure) return [];
        throw error;
      }
    },
  };
}
