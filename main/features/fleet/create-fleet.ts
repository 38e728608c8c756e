import type { Handlers } from '../../contract/define.ts';
import type { fleet } from '../../contract/fleet.ts';
import { compareFleet } from './compare-fleet.ts';
import type { FleetParts } from './fleet-parts.ts';
import { createRollOuts } from './run-roll-out.ts';

export type { ConfigEditor } from './fleet-parts.ts';

/** Many terminals side by side, and one change for many of them. */
export function createFleet(parts: FleetParts): Handlers<typeof fleet, 'core'> {
  return { compare: () => compareFleet(parts.editor), ...createRollOuts(parts) };
}
