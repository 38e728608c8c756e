export { createSync, type Sync } from './create-sync.ts';
export { readSync } from './read-sync.ts';
export { reportSync } from './report-sync.ts';
