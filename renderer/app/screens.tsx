import {
  IconChartBar,
  IconDeviceDesktop,
  IconLayoutKanban,
  IconMap2,
  IconPlugConnected,
  IconReceipt,
  IconSettings,
  IconShieldCheck,
  IconSpeakerphone,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { SettingsScreen } from '../features/settings/index.ts';
import { loadedPart } from '../shared/ui/loaded-part.tsx';
import { OrdersWithSources } from './orders-with-sources.tsx';

/** Names of the screens, as they stand in the address. */
export type ScreenId =
  | 'orders'
  | 'reports'
  | 'sources'
  | 'statuses'
  | 'zones'
  | 'terminals'
  | 'connections'
  | 'settings'
  | 'sync';

/** One screen of the window. */
export type ScreenEntry = Readonly<{
  id: ScreenId;
  icon: Icon;
  /** Key of its title. */
  titleKey: string;
  /** `rail`: has a place in the rail, in this order; `inside`: reached from another screen. */
  place: 'rail' | 'inside';
  /** Null: not built yet, shown honestly with what it will do. */
  component: ComponentType | null;
}>;

// Nearly every window begins with the orders: they alone come with the frame.
const SourcesScreen = loadedPart(
  async () => (await import('../features/attribution/index.ts')).SourcesScreen,
);
const ConnectionsScreen = loadedPart(
  async () => (await import('../features/connections/index.ts')).ConnectionsScreen,
);
const StatusMappingScreen = loadedPart(
  async () => (await import('../features/status-mapping/index.ts')).StatusMappingScreen,
);
const TerminalsScreen = loadedPart(
  async () => (await import('./terminals-screen.tsx')).TerminalsScreen,
);
const ZonesScreen = loadedPart(async () => (await import('./zones-screen.tsx')).ZonesScreen);
const ReportsScreen = loadedPart(
  async () => (await import('../features/reports/index.ts')).ReportsScreen,
);
const SyncScreen = loadedPart(async () => (await import('../features/sync/index.ts')).SyncScreen);

const inRail = (
  id: ScreenId,
  icon: Icon,
  component: ScreenEntry['component'] = null,
): ScreenEntry => ({ id, icon, titleKey: `app.screen.${id}`, place: 'rail', component });

/** Every screen; those in the rail in its order (Alt+1 … Alt+8). */
export const SCREENS: readonly ScreenEntry[] = [
  inRail('orders', IconReceipt, OrdersWithSources),
  inRail('reports', IconChartBar, ReportsScreen),
  inRail('sources', IconSpeakerphone, SourcesScreen),
  inRail('statuses', IconLayoutKanban, StatusMappingScreen),
  inRail('zones', IconMap2, ZonesScreen),
  inRail('terminals', IconDeviceDesktop, TerminalsScreen),
  inRail('connections', IconPlugConnected, ConnectionsScreen),
  inRail('settings', IconSettings, SettingsScreen),
  { ...inRail('sync', IconShieldCheck, SyncScreen), place: 'inside' },
];

export const RAIL_SCREENS = SCREENS.filter(({ place }) => place === 'rail');

/** The screen of an address; the orders for an unknown one. */
export function screenOf(id: string): ScreenEntry {
  return SCREENS.find((screen) => screen.id === id) ?? SCREENS[0]!;
}
