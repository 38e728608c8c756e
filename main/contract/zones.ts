import { z } from 'zod';
import type { BaseFile } from '../domain/zones/base-file.ts';
import type { ZoneMapVersion } from '../domain/zones/zone-map-version.ts';
import type { Position } from '../domain/zones/delivery-zone.ts';
import type { DeliveryZone } from '../domain/zones/delivery-zone.ts';
import type { DrawnZone } from '../domain/zones/drawing/drawn-zone.ts';
import type { ZoneDifference } from '../domain/zones/drawing/zone-difference.ts';
import type { Instant } from '../domain/orders/order.ts';
import { announcement, ask } from './define.ts';
import type { ZoneFileMade } from './zone-files.ts';

export type { BaseFile, ZoneMapVersion };

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const position = z.tuple([longitude, latitude]).readonly();
const ring = z.array(position).max(20_000).readonly();
const zoneId = z.string().min(1).max(100);
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .nullable();
const version = z.int().positive();
const draft = z.int().positive();
const draftName = z.string().trim().min(1).max(100);

const zone = z.strictObject({
  id: zoneId,
  name: z.string().max(300),
  colour,
  parts: z
    .array(z.strictObject({ outline: ring, holes: z.array(ring).max(100).readonly() }))
    .max(500)
    .readonly(),
  locked: z.boolean(),
  hidden: z.boolean(),
});

/** One of several maps that are drawn side by side; `name` '' is the first one, which has none yet. */
export type ZoneDraft = Readonly<{ id: number; name: string; zones: number }>;

/** The draft at hand and where it comes from. */
export type ZoneMap = Readonly<{
  draft: number;
  drafts: readonly ZoneDraft[];
  /** Counts the steps of the draft. */
  revision: number;
  zones: readonly DrawnZone[];
  newest: ZoneMapVersion | null;
  /** Whether the draft is other than its newest version. */
  changed: boolean;
  /** Where the organizations and their terminals are. */
  places: readonly Readonly<{ name: string; at: Position }>[];
  mayEdit: boolean;
}>;

/** What an organization has in iiko Cloud; `readAt` null: no zones were ever read. */
export type IikoZones = Readonly<{
  organizationId: number;
  name: string;
  readAt: Instant | null;
  zones: readonly DeliveryZone[];
}>;

/** Whether iiko Cloud has a version's zones, and where not. */
export type ZoneProof = Readonly<{
  readAt: Instant | null;
  same: boolean;
  differences: readonly ZoneDifference[];
}>;

/** Where orders went, packed: pairs of little-endian 32-bit longitude and latitude in millionths of a degree, base64. */
export type OrderPoints = Readonly<{ count: number; without: number; packed: string }>;

/** A street that orders went to: its known houses, and where it runs as far as they tell. */
export type KnownStreet = Readonly<{
  name: string;
  orders: number;
  houses: readonly Position[];
  lines: readonly (readonly Position[])[];
}>;

/** Streets that orders went to, the busiest first. */
export type KnownStreets = readonly KnownStreet[];

/**
 * What lies under the zones: `file` (a `.pmtiles` of the user's own) before `tiles` (an address);
 * neither: land, borders and known streets only.
 */
export type BaseMap = Readonly<{ tiles: string | null; attribution: string; file: string | null }>;

const https = z
  .string()
  .max(500)
  .regex(/^https:\/\/[^\s/?#]+\/\S*\{z\}\S*$/)
  .refine((text) => text.includes('{x}') && text.includes('{y}'));

const tileNumber = z.int().min(0);

/** The map of zones: its draft, its versions, and its way to iiko. Changes need `edit-settings`. */
export const zones = {
  map: ask('list', z.strictObject({})).gives<ZoneMap>(),
  /** One step of the draft; `conflict` `zones.changed-meanwhile` when `revision` is not the newest. */
  change: ask(
    'core',
    z.strictObject({
      /** Null: the one at hand. */
      draft: draft.nullable().default(null),
      revision: z.int().min(0),
      put: z.array(zone).max(2000).readonly(),
      remove: z.array(zoneId).max(2000).readonly(),
      order: z.array(zoneId).max(4000).readonly().nullable(),
    }),
  ).gives<Readonly<{ revision: number }>>(),
  /** Every draft, the oldest first. */
  drafts: ask('list', z.strictObject({})).gives<readonly ZoneDraft[]>(),
  /** A draft of its own, empty or a copy, turned to at once; `conflict` `zones.draft-name-taken`. */
  addDraft: ask('core', z.strictObject({ name: draftName, copyOf: draft.nullable() })).gives<
    Readonly<{ draft: number }>
  >(),
  /** Another name; `conflict` `zones.draft-name-taken`, `not-found` `zones.draft-absent`. */
  renameDraft: ask('core', z.strictObject({ draft, name: draftName })).gives<null>(),
  /** Turns to a draft; a removed one comes back. `not-found` `zones.draft-absent`. */
  chooseDraft: ask('core', z.strictObject({ draft })).gives<null>(),
  /** Takes a draft away, until it is chosen again; `conflict` `zones.last-draft`. */
  removeDraft: ask('core', z.strictObject({ draft })).gives<null>(),
  /** Keeps the draft as a version; the same zones again make none. `invalid` `zones.nothing-drawn`. */
  keep: ask('core', z.strictObject({ note: z.string().trim().max(500) })).gives<ZoneMapVersion>(),
  /** Newest first. */
  versions: ask('list', z.strictObject({})).gives<readonly ZoneMapVersion[]>(),
  /** The zones of a version; `not-found` `zones.version-absent`. */
  version: ask('list', z.strictObject({ version })).gives<readonly DrawnZone[]>(),
  /** Remembers that a version's file was taken for iiko, and the link it is shared under. */
  handOver: ask(
    'core',
    z.strictObject({ version, link: z.string().trim().max(2000) }),
  ).gives<ZoneMapVersion>(),
  /** Compares a version with what an organization has in iiko Cloud, and remembers when they are the same. */
  prove: ask(
    'core',
    z.strictObject({ version, organizationId: z.int().positive() }),
  ).gives<ZoneProof>(),
  /** Zones that iiko Cloud gave at the last sync, organization by organization. */
  iiko: ask('list', z.strictObject({})).gives<readonly IikoZones[]>(),
  /** The draft or a version as a file for `transfer`. */
  exportFile: ask(
    'report',
    z.strictObject({
      format: z.enum(['kml', 'kmz', 'geojson']),
      version: version.nullable(),
      title: z.string().max(200),
    }),
  ).gives<ZoneFileMade>(),
  /** Where orders of these business days went, at most 200,000 of them. */
  orderPoints: ask('report', z.strictObject({ from: day, to: day })).gives<OrderPoints>(),
  /** Streets that the addresses of stored orders tell, the busiest first: a map where there is no other. */
  knownStreets: ask('report', z.strictObject({})).gives<KnownStreets>(),
  /** Hands over a part of a file; null starts a new one. The file lasts until the next start. */
  addBytes: ask(
    'core',
    z.strictObject({
      upload: z.uuid().nullable(),
      fileName: z.string().min(1).max(260),
      bytes: z.string().max(1_000_000),
    }),
  ).gives<Readonly<{ upload: string; path: string }>>(),
  baseMap: ask('list', z.strictObject({})).gives<BaseMap>(),
  /** The user's own file, its header checked; null where none is chosen. Fails as `saveBaseMap` does. */
  baseFile: ask('list', z.strictObject({})).gives<BaseFile | null>(),
  /** A tile of the user's own file, unpacked, as base64; null where the file has none. */
  baseTile: ask(
    'list',
    z.strictObject({ z: tileNumber.max(30), x: tileNumber, y: tileNumber }),
  ).gives<string | null>(),
  /**
   * Holds from the next start of the window on. A file is looked into first: `zones.base-file-…`
   * when it cannot be a base map.
   */
  saveBaseMap: ask(
    'core',
    z.strictObject({
      tiles: https.nullable(),
      attribution: z.string().trim().max(300),
      file: z.string().trim().min(1).max(1000).nullable().default(null),
    }),
  ).gives<BaseMap>(),
  /** The draft at hand and its `revision` now; `step` tells that nothing but a draft's zones changed. */
  changed: announcement<Readonly<{ draft: number; revision: number; step: boolean }>>(),
};
