export { AddressPanel } from './address/address-panel.tsx';
export { RehearsalPanel } from './rehearsal/rehearsal-panel.tsx';
export { TerminalsPanel } from './terminals/terminals-panel.tsx';
