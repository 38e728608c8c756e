export { changeZones } from './change-zones.ts';
export { readZones } from './read-zone-map.ts';
export { reportZones } from './report-zones.ts';
