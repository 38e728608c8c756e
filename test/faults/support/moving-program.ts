import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/*
 * node moving-program.ts FOLDER CALL: moves the data as somebody wished, and ends as a power cut would
 * before its CALL-th change of the disk; 0: lives. Tells how many changes there were.
 */
const CHANGES = [
  'copyFileSync',
  'fsyncSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
] as const;
const [folder, call] = process.argv.slice(2) as [string, string];
let calls = 0;

const disk = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
for (const name of CHANGES) {
  const real = disk[name]!.bind(fs);
  disk[name] = (...args) => {
    calls += 1;
    if (calls === Number(call)) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();
const { moveIfAsked } = await import('../../../main/store/move-store.ts');
calls = 0;
moveIfAsked(folder, Date.now());
console.log(calls);
