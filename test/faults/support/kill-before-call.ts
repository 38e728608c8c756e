import fs from 'node:fs';

/*
 * Preloaded into a process that saves a file: ends it, as a power cut would, before its N-th call
 * of the file system from the moment the program says so; a write is cut in its middle.
 */
const CALLS = [
  'openSync',
  'writeSync',
  'fchmodSync',
  'fsyncSync',
  'closeSync',
  'renameSync',
  'readFileSync',
  'lstatSync',
  'readdirSync',
  'rmSync',
] as const;

const killAt = Number(process.env['KILL_BEFORE_CALL']);
let calls = 0;

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

/** Set by the program when its save begins. */
declare global {
  var savesNow: boolean | undefined;
}

const disk = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const name of CALLS) {
  const real = disk[name]!.bind(fs);
  disk[name] = (...args) => {
    if (globalThis.savesNow !== true) return real(...args);
    calls += 1;
    if (calls !== killAt) return real(...args);
    if (name === 'writeSync') real(...args.slice(0, 3), Math.floor(Number(args[3]) / 2));
    return die();
  };
}
