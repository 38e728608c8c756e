export { createAttribution } from './create-attribution.ts';
export { readAttribution } from './read-attribution.ts';
export { reportAttribution } from './report-attribution.ts';
