import { renameSync, symlinkSync, unlinkSync } from 'node:fs';

/* node swapping-program.ts FOLDER OUTSIDE: swaps a folder for a link to another and back, for ever. */
const [folder, outside] = process.argv.slice(2) as [string, string];
const aside = `${folder}.aside`;

const never = new Int32Array(new SharedArrayBuffer(4));

/** Up to so many milliseconds, often none at all. */
function pause(longestMs: number): void {
  const ms = Math.max(0, (Math.random() - 0.5) * 2 * longestMs);
  if (ms > 0) Atomics.wait(never, 0, 0, ms);
}

console.log('swapping');
for (;;) {
  renameSync(folder, aside);
  symlinkSync(outside, folder, 'dir');
  pause(0.2);
  unlinkSync(folder);
  renameSync(aside, folder);
  pause(2);
}
