import { parseArgs } from 'node:util';
import { chooseDataFolder } from '../node/data-folder.ts';

export type DesktopOptions = Readonly<{
  dataFolder: string;
  demo: boolean;
  /** Started by Windows: by the clock, without a window. */
  hidden: boolean;
}>;

/** Reads the program's own options among those of Chromium; unknown ones are Chromium's business. */
export function readDesktopOptions(args: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: args.filter((arg) => arg === '--demo' || arg === '--hidden' || arg.startsWith('--data=')),
    options: {
      demo: { type: 'boolean', default: false },
      hidden: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  return { dataFolder: chooseDataFolder(values.data), demo: values.demo, hidden: values.hidden };
}
