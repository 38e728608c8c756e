import { resolve } from 'node:path';
import { findFaults } from './pack/find-faults.ts';

/*
 * node test/support/pack-inspect.ts FOLDER ARCHITECTURE...: prints what a finished packing has inside
 * and fails on anything that does not belong. `npm run pack:check` does the same with a stub runtime.
 */
const [folder = 'dist/installer', ...architectures] = process.argv.slice(2);
const faults = findFaults(resolve(folder), architectures);
for (const fault of faults) console.log(`DOES NOT BELONG  ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
