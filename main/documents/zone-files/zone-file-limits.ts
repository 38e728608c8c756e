import { Failure } from '../../domain/failure.ts';

/** No map of zones comes near these; they bound memory and time (`iiko-local.md` 2.6). */
export const ZONE_FILE_LIMITS = {
  /** Of KML, packed or not. */
  kmlBytes: 16 * 1024 * 1024,
  /** Of GeoJSON: a million vertices of six digits fit. */
  jsonBytes: 32 * 1024 * 1024,
  /** Of tables and scripts. */
  tableBytes: 16 * 1024 * 1024,
  vertices: 1_000_000,
  features: 50_000,
  /** A name longer than this is a whole description. */
  nameLength: 200,
} as const;

/** Refuses more bytes than `most`; throws `Failure('refused', 'zones.file-too-large')`. */
export function refuseLarge(bytes: Uint8Array, most: number): void {
  if (bytes.length <= most) return;
  const params = { megabytes: Math.ceil(bytes.length / 1_048_576), most: most / 1_048_576 };
  throw new Failure('refused', 'zones.file-too-large', params);
}

/** Counts vertices and features while a file is read, so that no file takes more than its share. */
export class ZoneFileBudget {
  private vertices = 0;
  private features = 0;

  takeVertex(): void {
    this.vertices += 1;
    if (this.vertices > ZONE_FILE_LIMITS.vertices)
      throw new Failure('refused', 'zones.file-vertices', { most: ZONE_FILE_LIMITS.vertices });
  }

  /** The number of the next feature, from 1. */
  takeFeature(): number {
    this.features += 1;
    if (this.features > ZONE_FILE_LIMITS.features)
      throw new Failure('refused', 'zones.file-features', { most: ZONE_FILE_LIMITS.features });
    return this.features;
  }
}
