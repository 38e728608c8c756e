import type { KnownStreets, ZoneMap } from '../../../../main/contract/zones.ts';
import type { Position } from '../../../../main/domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../../../../main/domain/zones/drawing/drawn-zone.ts';
import type { VertexPlace } from '../../../../main/domain/zones/drawing/ring-edits.ts';
import type { ZoneFinding } from '../../../../main/domain/zones/zone-finding.ts';
import type { MapBase } from './map-base.ts';
import type { Editor, Tool } from '../zones-slice.ts';

/** What the map shows; it draws anew only what changed. */
export type Shown = Editor &
  Readonly<{
    before: readonly DrawnZone[];
    orders: string | null;
    /** Where there is no map of streets; null: there is one. */
    streets: KnownStreets | null;
    heat: boolean;
    labels: boolean;
  }>;

/** What a zone went through under the mouse. */
export type Reshaping = 'moved' | 'reshaped';

/** What the map tells the screen. */
export type MapHands = Readonly<{
  onChoose(id: string | null, more: boolean): void;
  onVertex(vertex: VertexPlace | null): void;
  onReshaped(zone: DrawnZone, how: Reshaping): void;
  /** The rules as a zone would stand if it were let go here. */
  onTry(zone: DrawnZone | null): readonly ZoneFinding[];
  onFindings(findings: readonly ZoneFinding[] | null): void;
  onSketched(tool: Exclude<Tool, 'select'>, points: readonly Position[]): void;
  onMeasured(points: readonly Position[]): void;
  onGiveUp(): void;
  /** Whether tiles of the base map come, as soon as it is known and whenever it changes. */
  onReach(reached: boolean): void;
}>;

/** The map as the screen holds it. */
export type ZoneMapView = Readonly<{
  show(shown: Shown): void;
  /** Brings these zones into view; all places where there are none. */
  fit(zones: readonly DrawnZone[], places: ZoneMap['places']): void;
  fly(at: Position): void;
  /** Another base map or other colours. */
  dress(base: MapBase, dark: boolean): void;
  /** A mark at a place; null takes it away. */
  point(at: Position | null): void;
  remove(): void;
}>;
