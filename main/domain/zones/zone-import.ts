import type { FailureParams } from '../failure.ts';
import type { DeliveryZone } from './delivery-zone.ts';

/** The formats that zones come in: `script` is JavaScript with GeoJSON in it, `page` shows a map. */
export type ZoneFileFormat = 'kml' | 'kmz' | 'geojson' | 'script' | 'page' | 'wkt';

/** Why something was changed, skipped or is worth knowing; its text is `zones.import.<code>`. */
export type ImportReason = Readonly<{ code: string; params: FailureParams }>;

/** Where a report's row comes from. */
export type ImportedFeature = Readonly<{
  /** Its name, or the first line of its description, or empty. */
  what: string;
  /** Among the features of its file, from 1. */
  number: number;
  /** Line of the file or row of the table, from 1; null for formats that do not tell. */
  line: number | null;
  /** The layer or folder that holds it. */
  layer: string | null;
}>;

/** A feature that became a zone. */
export type TakenFeature = ImportedFeature & Readonly<{ zoneId: string }>;

/** What an import did with every single feature of a file (`iiko-local.md` 2.2–2.5). */
export type ZoneImportReport = Readonly<{
  format: ZoneFileFormat;
  /** The map's own name; null when it has none. */
  title: string | null;
  taken: readonly TakenFeature[];
  /** One row for each difference between a feature and its zone. */
  changed: readonly (TakenFeature & Readonly<{ why: ImportReason }>)[];
  skipped: readonly (ImportedFeature & Readonly<{ why: ImportReason }>)[];
  /** What is true of the file as a whole. */
  notes: readonly ImportReason[];
}>;

/** What a file gives: its zones in the order of the file, at least one, and the report. */
export type ZoneImport = Readonly<{ zones: readonly DeliveryZone[]; report: ZoneImportReport }>;
