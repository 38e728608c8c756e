import type { ConfigSave } from '../../contract/config-changes.ts';
import type { ConfigChange, OpenConfigFile } from '../../contract/config-files.ts';
import { NIL, type ConfigValue } from '../../domain/config-files/config-value.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, wholeNumber, type Command, type CommandContext } from './command.ts';
import { fieldOf } from './config-read-commands.ts';
import {
  acceptedBy,
  nameFile,
  openNamed,
  requireSaved,
  requireWords,
  versionsOf,
  type NamedFile,
} from './named-file.ts';

const FILE = 'C:\\…\\deliveryPluginConfig.xml';
const SAVED = { file: FILE, version: 3, changed: true, hash: '51ab…' };

/** Writes one value, or none on purpose, or takes the element out; nothing else in the file changes. */
export const configSetCommand: Command = {
  name: ['config', 'set'],
  usage: 'config set FILE ELEMENT VALUE|--nil|--remove [--why TEXT] [--force] [--kind KIND]',
  options: ['why', 'force', 'remove', 'nil', 'kind'],
  sample: {
    ...SAVED,
    element: 'serverUrl',
    before: 'http://localhost:8080/resto',
    after: '…',
    nil: false,
  },
  run: async (context) => {
    const { path, element, value } = askedValue(context);
    const named = await nameFile(context, path);
    const opened = await openNamed(named);
    const change: ConfigChange = { type: 'elements', edits: [{ element, value }] };
    const saved = await save(context, named, opened.file.hash, change);
    const nil = fieldOf(saved, element)?.nil ?? false;
    const values = { before: valueIn(opened, element), after: valueIn(saved, element), nil };
    return {
      document: { ...(await told(named, opened, saved)), element, ...values },
      reached: true,
    };
  },
};

/** A value, or one of the two ways to have none. */
function askedValue(context: CommandContext): Readonly<{
  path: string;
  element: string;
  value: ConfigValue;
}> {
  const removes = context.options['remove'] === true;
  const empties = context.options['nil'] === true;
  const { usage } = configSetCommand;
  if (removes && empties) throw new Failure('invalid', 'cli.words', { usage });
  const words = requireWords(context, removes || empties ? 2 : 3, usage);
  const [path = '', element = '', written = ''] = words;
  return { path, element, value: removes ? null : empties ? NIL : written };
}

/** The value of an element; null: it is absent or has none on purpose. */
function valueIn(opened: OpenConfigFile, element: string): string | null {
  const field = fieldOf(opened, element);
  return field && !field.nil ? field.value : null;
}

/** Goes one version back; run again, one more. */
export const configUndoCommand: Command = {
  name: ['config', 'undo'],
  usage: 'config undo FILE [--force] [--kind KIND]',
  options: ['force', 'kind'],
  sample: SAVED,
  run: async (context) => {
    const [path = ''] = requireWords(context, 1, configUndoCommand.usage);
    const named = await nameFile(context, path);
    const done = await askCore<ConfigSave>(named.application, 'configFiles.undo', {
      fileId: named.file.id,
      baseHash: named.file.hash,
      accepted: acceptedBy(context),
    });
    const saved = requireSaved(context, done);
    return { document: await told(named, named, saved), reached: true };
  },
};

/** Writes an older version again, byte for byte. */
export const configRestoreCommand: Command = {
  name: ['config', 'restore'],
  usage: 'config restore FILE --version N [--why TEXT] [--force] [--kind KIND]',
  options: ['version', 'why', 'force', 'kind'],
  sample: SAVED,
  run: async (context) => {
    const [path = ''] = requireWords(context, 1, configRestoreCommand.usage);
    const number = wholeNumber(context.options, 'version', 0, [1, Number.MAX_SAFE_INTEGER]);
    const named = await nameFile(context, path);
    if (number === 0)
      throw new Failure('invalid', 'cli.words', { usage: configRestoreCommand.usage });
    const version = (await versionsOf(named)).find((one) => one.number === number);
    if (!version) throw new Failure('not-found', 'config-files.no-version', { version: number });
    const change: ConfigChange = { type: 'version', versionId: version.id };
    const saved = await save(context, named, named.file.hash, change);
    return { document: await told(named, named, saved), reached: true };
  },
};

async function save(
  context: CommandContext,
  { application, file }: NamedFile,
  baseHash: string,
  change: ConfigChange,
): Promise<OpenConfigFile> {
  const saved = await askCore<ConfigSave>(application, 'configFiles.save', {
    fileId: file.id,
    baseHash,
    change,
    why: textOption(context.options, 'why') ?? '',
    accepted: acceptedBy(context),
  });
  return requireSaved(context, saved);
}

async function told(
  named: NamedFile,
  before: Pick<OpenConfigFile, 'file'>,
  { file, versionId }: OpenConfigFile,
): Promise<object> {
  const version = (await versionsOf(named)).find(({ id }) => id === versionId);
  return {
    file: file.path,
    version: version?.number ?? null,
    changed: before.file.hash !== file.hash,
    hash: file.hash,
  };
}
