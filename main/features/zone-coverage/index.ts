export { createZoneCoverage } from './change-coverage.ts';
export { readZoneCoverage } from './read-coverage.ts';
export { reportZoneCoverage } from './report-coverage.ts';
