export { createZoneFiles } from './create-zone-files.ts';
export { readZoneFiles } from './read-zone-files.ts';
