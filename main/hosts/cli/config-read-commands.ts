import { resolve } from 'node:path';
import type { DiffLine } from '../../contract/config-changes.ts';
import type { ConfigField, ConfigFileList, OpenConfigFile } from '../../contract/config-files.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, type Command, type CommandContext } from './command.ts';
import { nameFile, openNamed, requireWords, versionsOf } from './named-file.ts';

const FILE =
  'C:\\Users\\Kassa\\AppData\\Roaming\\iiko\\CashServer\\PluginConfigs\\Resto.Front.Api.Delivery\\deliveryPluginConfig.xml';

/** Every file of iiko's on this PC, and why an expected one is not there. */
export const configFindCommand: Command = {
  name: ['config', 'find'],
  usage: 'config find [--root DIR]',
  options: ['root'],
  sample: {
    files: [
      {
        kind: 'delivery-plugin',
        brand: 'iiko',
        owner: 'Kassa',
        path: FILE,
        size: 512,
        hash: '9f2c…',
      },
    ],
    absent: [{ kind: 'front', owner: 'Kassa', place: 'C:\\…', reason: 'front-never-started' }],
    searched: ['C:\\Users'],
  },
  run: async (context) => {
    requireWords(context, 0, configFindCommand.usage);
    const named = textOption(context.options, 'root');
    const input = named === undefined ? {} : { root: resolve(named) };
    const found = await askCore<ConfigFileList>(await context.core(), 'configFiles.list', input);
    const absent = found.absent.map((one) => ({
      ...one,
      message: context.text(`config-files.absent.${one.reason}`),
    }));
    return { document: { files: found.files, absent, searched: found.searched }, reached: true };
  },
};

/** How a file is written and what the rules find in it. */
export const configCheckCommand: Command = {
  name: ['config', 'check'],
  usage: 'config check FILE [--kind delivery-plugin|front|backclient|resto-properties]',
  options: ['kind'],
  sample: {
    file: FILE,
    encoding: 'utf-8',
    bom: false,
    newline: 'crlf',
    root: 'config',
    findings: [
      {
        level: 'note',
        code: 'timeout-below-recommended',
        element: 'serviceMethodTimeoutMilliseconds',
        message: '…',
      },
    ],
  },
  run: async (context) => {
    const [path = ''] = requireWords(context, 1, configCheckCommand.usage);
    const { file, form, findings } = await openNamed(await nameFile(context, path));
    const told = findings.map(({ level, code, element, params }) => ({
      level,
      code,
      element,
      message: context.text(`config-files.finding.${code}`, params),
    }));
    return {
      document: { file: file.path, ...form, findings: told },
      reached: true,
    };
  },
};

/** One element with what is known of it. */
export const configGetCommand: Command = {
  name: ['config', 'get'],
  usage: 'config get FILE ELEMENT [--kind KIND]',
  options: ['kind'],
  sample: {
    file: FILE,
    element: 'serviceMethodTimeoutMilliseconds',
    value: '10000',
    nil: false,
    line: 3,
    recommended: '30000',
    known: { rule: 'F3', source: '1.2', value: { type: 'integer', unit: 'ms' } },
  },
  run: async (context) => {
    const [path = '', element = ''] = requireWords(context, 2, configGetCommand.usage);
    const opened = await openNamed(await nameFile(context, path));
    const field = fieldOf(opened, element);
    if (field === undefined || (field.value === null && !field.nil)) {
      throw new Failure('not-found', 'document.no-element', { path: element });
    }
    return { document: { file: opened.file.path, ...field }, reached: true };
  },
};

/** The field at an address; `name[1]` is `name`. */
export const fieldOf = ({ fields }: OpenConfigFile, element: string): ConfigField | undefined =>
  fields.find((one) => one.element === element.replaceAll('[1]', ''));

/** Every version of a file that was ever seen. */
export const configHistoryCommand: Command = {
  name: ['config', 'history'],
  usage: 'config history FILE [--kind KIND]',
  options: ['kind'],
  sample: {
    file: FILE,
    versions: [
      {
        number: 2,
        at: 1795000000000,
        origin: 'edited',
        author: 'Ирина',
        why: 'слабый интернет',
        size: 512,
        current: true,
      },
    ],
  },
  run: async (context) => {
    const [path = ''] = requireWords(context, 1, configHistoryCommand.usage);
    const named = await nameFile(context, path);
    return {
      document: { file: named.file.path, versions: await versionsOf(named) },
      reached: true,
    };
  },
};

/** Two files side by side, each as it is now or, as `FILE@N`, as its version N was. */
export const configDiffCommand: Command = {
  name: ['config', 'diff'],
  usage: 'config diff FILE[@N] FILE[@N] [--kind KIND]',
  options: ['kind'],
  sample: {
    left: 'A.xml',
    right: 'B.xml',
    same: false,
    lines: [
      {
        type: 'changed',
        left: '  <serverUrl>…',
        right: '  <serverUrl>…',
        leftLine: 4,
        rightLine: 4,
      },
    ],
  },
  run: async (context) => {
    const [left = '', right = ''] = requireWords(context, 2, configDiffCommand.usage);
    const ids = {
      left: await versionNamed(context, left),
      right: await versionNamed(context, right),
    };
    const lines = await askCore<readonly DiffLine[]>(
      await context.core(),
      'configFiles.compare',
      ids,
    );
    return { document: { left, right, same: lines.length === 0, lines }, reached: true };
  },
};

async function versionNamed(context: CommandContext, named: string): Promise<number> {
  const [, path = named, number] = /^(.+)@(\d+)$/.exec(named) ?? [];
  const file = await nameFile(context, path);
  const versions = await versionsOf(file);
  const found = versions.find((one) =>
    number === undefined ? one.current : one.number === Number(number),
  );
  if (!found) throw new Failure('not-found', 'config-files.no-version', { version: number ?? '' });
  return found.id;
}
