export { createBackups } from './create-backups.ts';
