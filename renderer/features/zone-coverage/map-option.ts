import type { MapChoice } from '../../../main/contract/zone-coverage.ts';
import type { Position } from '../../../main/domain/zones/delivery-zone.ts';

/** A map that can be asked about: iiko's, the draft on the screen, a version of it. */
export type MapOption = Readonly<{ id: string; label: string; choice: MapChoice }>;

/** What every panel is given by the screen that holds it. */
export type PanelProps = Readonly<{
  /** The first is what iiko has now. */
  maps: readonly MapOption[];
  /** The map on the screen, by its id. */
  current: string;
  /** Shows a place on the map. */
  onShow: (at: Position) => void;
}>;

/** The map by its id; the first where there is none. */
export const mapOf = (maps: readonly MapOption[], id: string): MapOption =>
  maps.find((one) => one.id === id) ?? maps[0]!;
