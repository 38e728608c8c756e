import { resolve } from 'node:path';
import type { Application } from '../../application.ts';
import {
  CONFIG_DOUBTS,
  type ConfigSave,
  type ConfigVersion,
} from '../../contract/config-changes.ts';
import type { ConfigFile, OpenConfigFile } from '../../contract/config-files.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, type CommandContext } from './command.ts';

/** A file that was named on the command line, and the core that knows it. */
export type NamedFile = Readonly<{ application: Application; file: ConfigFile }>;

/** Finds the file that `path` names, `--kind` telling what it is where its name does not. */
export async function nameFile(
  { core, options }: CommandContext,
  path: string,
): Promise<NamedFile> {
  const application = await core();
  const kind = textOption(options, 'kind') ?? null;
  const input = { path: resolve(path), kind };
  return {
    application,
    file: await askCore<ConfigFile>(application, 'configFiles.addFile', input),
  };
}

/** The file opened; fails with the reason and the place when it can not be read or is a log. */
export async function openNamed({ application, file }: NamedFile): Promise<OpenConfigFile> {
  if (file.kind === 'log') throw new Failure('invalid', 'config-files.no-settings', {});
  return askCore(application, 'configFiles.open', { fileId: file.id });
}

/** The versions of the file, newest first. */
export const versionsOf = ({ application, file }: NamedFile): Promise<readonly ConfigVersion[]> =>
  askCore(application, 'configFiles.history', { fileId: file.id });

/** What `--force` agrees to. */
export const acceptedBy = ({ options }: CommandContext): readonly string[] =>
  options['force'] === true ? CONFIG_DOUBTS : [];

/** Exactly so many words, or `invalid` that shows how the command is written. */
export function requireWords(
  { words }: CommandContext,
  count: number,
  usage: string,
): readonly string[] {
  if (words.length !== count) throw new Failure('invalid', 'cli.words', { usage });
  return words;
}

/** The saved file; what needs a person's word is a failure that names it. */
export function requireSaved(context: CommandContext, save: ConfigSave): OpenConfigFile {
  switch (save.type) {
    case 'saved':
      if (save.restart !== null) context.say(context.text(`config-files.restart.${save.restart}`));
      return save.file;
    case 'unchanged':
      return save.file;
    case 'doubted': {
      const doubts = save.doubts.map((doubt) => context.text(`config-files.doubt.${doubt}`));
      throw new Failure('refused', 'config-files.doubted', { doubts: doubts.join(' ') });
    }
    case 'changed-outside':
      throw new Failure('conflict', 'config-files.merge-needed', {
        path: context.words[0] ?? '',
      });
  }
}
