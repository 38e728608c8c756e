export type { ZonePanel } from './zone-panel.ts';
export { ZonesDesk } from './zones-desk.tsx';
