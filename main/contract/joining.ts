import { z } from 'zod';
import type { JoinedVenue } from '../domain/joining/joined-venue.ts';
import type { OrderImport, RefusedRow } from '../domain/joining/order-import.ts';
import { OFFICE_ROLES, type OfficeColumns } from '../domain/joining/office-columns.ts';
import type { Day, Zone } from '../domain/local-time.ts';
import type { Currency } from '../domain/money.ts';
import { announcement, ask } from './define.ts';

export type { JoinedVenue, OrderImport, RefusedRow };

const venueId = z.int().positive();

/** What came of a file. */
export type ImportedOrders = Readonly<{
  /** Null when nothing was stored. */
  importId: number | null;
  format: string;
  columns: OfficeColumns;
  rows: number;
  orders: number;
  sumMinor: number;
  currency: Currency;
  /** The earliest and the latest promise; null without an order. */
  period: Readonly<{ from: Day; to: Day }> | null;
  refused: number;
  /** The first of them. */
  wrong: readonly RefusedRow[];
  created: number;
  /** Orders that were known, or joined with what another system tells. */
  joined: number;
}>;

/** What is in a file with orders, before anything is taken. */
export type OrderFileHead = Readonly<{
  uploadId: string;
  fileName: string;
  format: string;
  headers: readonly string[];
  /** The first rows. */
  sample: readonly (readonly string[])[];
  columns: OfficeColumns;
  columnsFrom: 'remembered' | 'recognised' | 'nowhere';
  /** The clock of venues that no other system knows. */
  zone: Zone;
}>;

/** Venues and orders that several systems tell of. */
export const joining = {
  /** Every venue once more than one system is connected; otherwise none. */
  venues: ask('list', z.strictObject({})).gives<readonly JoinedVenue[]>(),
  /**
   * Says that a venue is another system's venue, or (null) that it is not; answers what was said
   * before, so that it can be undone. `invalid` `joining.same-system` for venues of one system.
   */
  join: ask('core', z.strictObject({ venueId, toId: venueId.nullable() })).gives<
    Readonly<{ joinedTo: number | null }>
  >(),
  /** Begins to hand over a file with orders. */
  beginUpload: ask('core', z.strictObject({ fileName: z.string().min(1).max(260) })).gives<
    Readonly<{ uploadId: string }>
  >(),
  /** The next part of it, base64. */
  addBytes: ask(
    'core',
    z.strictObject({ uploadId: z.uuid(), bytes: z.base64().max(900_000) }),
  ).gives<null>(),
  /** Says what the file holds and what its columns probably mean. */
  inspectUpload: ask('core', z.strictObject({ uploadId: z.uuid() })).gives<OrderFileHead>(),
  /** Forgets the file. */
  dropUpload: ask('core', z.strictObject({ uploadId: z.uuid() })).gives<null>(),
  /**
   * Takes orders exported from iikoOffice in as history. `columns` null: as remembered for such a
   * file, else as recognised. `dryRun` only reads. `invalid` `joining.no-column` names what is
   * missing.
   */
  importOrders: ask(
    'core',
    z.strictObject({
      uploadId: z.uuid(),
      columns: z.partialRecord(z.enum(OFFICE_ROLES), z.string().max(300)).nullable(),
      zone: z.string().max(60).nullable(),
      dryRun: z.boolean(),
    }),
  ).gives<ImportedOrders>(),
  /** Imports, newest first. */
  imports: ask('list', z.strictObject({})).gives<readonly OrderImport[]>(),
  /** Takes a whole import out again; orders that others tell of stay without it. */
  removeImport: ask('core', z.strictObject({ importId: z.int().positive() })).gives<
    Readonly<{ removed: number }>
  >(),
  changed: announcement<null>(),
  /** Orders of a file that are stored already, of all. */
  importing: announcement<Readonly<{ done: number; total: number }>>(),
};
