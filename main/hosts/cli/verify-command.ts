import { askCore } from '../connect-demo.ts';
import type { Command } from './command.ts';

type Check = Readonly<{ check: string; passed: boolean; detail: string }>;

/** Checks the store against itself; not reached when anything does not fit. */
export const verifyCommand: Command = {
  name: ['verify'],
  usage: 'verify',
  options: [],
  sample: { passed: true, checks: [{ check: 'integrity', passed: true, detail: 'ok' }] },
  run: async ({ core }) => {
    const checks = await askCore<readonly Check[]>(await core(), 'sync.verify', {});
    const passed = checks.every((check) => check.passed);
    return { document: { passed, checks }, reached: passed };
  },
};
