export { createReports } from './change-reports.ts';
export { readReports } from './read-reports.ts';
