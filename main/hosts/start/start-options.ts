import { parseArgs } from 'node:util';
import { chooseDataFolder } from '../node/data-folder.ts';

export type StartOptions = Readonly<{
  web: boolean;
  demo: boolean;
  dev: boolean;
  openBrowser: boolean;
  dataFolder: string;
  /** null: the usual one, or a free one when it is taken. */
  port: number | null;
}>;

/** Reads what stands after `npm start --`; throws a TypeError that names what is wrong. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      web: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
      data: { type: 'string' },
      port: { type: 'string' },
    },
  });
  return {
    web: values.web || values.dev,
    demo: values.demo,
    dev: values.dev,
    openBrowser: !values['no-browser'],
    dataFolder: chooseDataFolder(values.data),
    port: values.port === undefined ? null : readPort(values.port),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new TypeError(`--port ${text}: 0–65535`);
  return port;
}
