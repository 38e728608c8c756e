export { changeStatusMapping } from './change-mapping.ts';
export { readStatusMappingHandlers } from './read-mapping.ts';
export { reportStatusMapping } from './report-breaches.ts';
