import { attribution } from './attribution.ts';
import { backFill } from './back-fill.ts';
import { backups } from './backups.ts';
import { configFiles } from './config-files.ts';
import { connections } from './connections.ts';
import type { Client as ClientOf, Announce as AnnounceOf } from './define.ts';
import { diagnosis } from './diagnosis.ts';
import { fleet } from './fleet.ts';
import { joining } from './joining.ts';
import { orders } from './orders.ts';
import { profiles } from './profiles.ts';
import { provisioning } from './provisioning.ts';
import { reports } from './reports.ts';
import { settings } from './settings.ts';
import { statusMapping } from './status-mapping.ts';
import { sync } from './sync.ts';
import { zoneCoverage } from './zone-coverage.ts';
import { zoneFiles } from './zone-files.ts';
import { zones } from './zones.ts';

/** Everything that can be asked of the core and everything it announces. */
export const contract = {
  backFill,
  backups,
  joining,
  orders,
  sync,
  connections,
  profiles,
  provisioning,
  settings,
  configFiles,
  diagnosis,
  fleet,
  reports,
  statusMapping,
  attribution,
  zoneFiles,
  zoneCoverage,
  zones,
} as const;

/** The contract as a type: host, renderer and command line derive theirs from it. */
export type Contract = typeof contract;

/** What the renderer asks the core through, whichever host carries it. */
export type Client = ClientOf<Contract>;

/** How a feature says what changed; topic and value belong together. */
export type Announce = AnnounceOf<Contract>;
