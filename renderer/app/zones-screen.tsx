import type { ReactNode } from 'react';
import { ZonesDesk, type ZonePanel } from '../features/zones/index.ts';
import { loadedPart } from '../shared/ui/loaded-part.tsx';

const TerminalsPanel = loadedPart(
  async () => (await import('../features/zone-coverage/index.ts')).TerminalsPanel,
);
const AddressPanel = loadedPart(
  async () => (await import('../features/zone-coverage/index.ts')).AddressPanel,
);
const RehearsalPanel = loadedPart(
  async () => (await import('../features/zone-coverage/index.ts')).RehearsalPanel,
);

/** What stands beside the map, in the order of its tabs. */
const PANELS: readonly ZonePanel[] = [
  { id: 'terminals', component: TerminalsPanel },
  { id: 'address', component: AddressPanel },
  { id: 'rehearsal', component: RehearsalPanel },
];

/** The map of zones; who serves them, one address, last month over a draft stand beside it. */
export function ZonesScreen(): ReactNode {
  return <ZonesDesk panels={PANELS} />;
}
