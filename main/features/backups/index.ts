export { newestCopy } from './backup-files.ts';
export { createBackups } from './create-backups.ts';
