import type { ComponentType } from 'react';
import type { Position } from '../../../main/domain/zones/delivery-zone.ts';

/** A panel that another feature puts beside the map; its title is `zone-map.panel.<id>`. */
export type ZonePanel = Readonly<{
  id: string;
  component: ComponentType<{ readonly onShow: (at: Position) => void }>;
}>;
