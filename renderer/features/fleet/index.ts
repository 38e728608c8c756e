export { FleetPart } from './fleet-part.tsx';
