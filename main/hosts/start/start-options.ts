import { parseArgs } from 'node:util';
import { Failure } from '../../domain/failure.ts';
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

const OPTIONS = {
  web: { type: 'boolean', default: false },
  demo: { type: 'boolean', default: false },
  dev: { type: 'boolean', default: false },
  'no-browser': { type: 'boolean', default: false },
  data: { type: 'string' },
  port: { type: 'string' },
  english: { type: 'boolean', default: false },
} as const;

/** Reads what stands after `npm start --`; `invalid` `start.option` {option} for what does not fit. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const values = parse(args);
  return {
    web: values.web || values.dev,
    demo: values.demo,
    dev: values.dev,
    openBrowser: !values['no-browser'],
    dataFolder: chooseDataFolder(values.data),
    port: values.port === undefined ? null : readPort(values.port),
  };
}

const unfit = (option: string, cause?: unknown): Failure =>
  new Failure('invalid', 'start.option', { option }, { cause });

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw unfit(/'([^' ]+)/.exec(String(error))?.[1] ?? args.join(' '), error);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw unfit(`--port ${text}`);
  return port;
}
