export { createFleet, type ConfigEditor } from './create-fleet.ts';
