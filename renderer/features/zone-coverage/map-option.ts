import type { MapChoice } from '../../../main/contract/zone-coverage.ts';
import type { Position } from '../../../main/domain/zones/delivery-zone.ts';

/** A map that can be asked about: iiko's, the draft on the screen, a version of it. */
export type MapOption = Readonly<{ id: string; label: string; choice: MapChoice }>;

/** What every panel is given by the screen that holds it. */
export type PanelProps = Readonly<{
  /** Shows a place on the map; null: there is none. */
  onShow: ((at: Position) => void) | null;
}>;

/** What is drawn now; iiko's map while nothing is. */
export const DRAFT: MapChoice = { type: 'draft' };

/** The map by its id; the first where there is none. */
export const mapOf = (maps: readonly MapOption[], id: string): MapOption =>
  maps.find((one) => one.id === id) ?? maps[0]!;
