import { z } from 'zod';
import type { Instant } from '../domain/orders/order.ts';
import type { ProbeStep } from '../domain/probe-step.ts';
import { announcement, ask } from './define.ts';

const connectionId = z.int().positive();

/** Checked again by the source itself, which knows its own shape. */
const settings = z.record(
  z.string().max(60),
  z.union([z.string().max(500), z.number(), z.boolean()]),
);
const secret = z.record(z.string().max(60), z.string().max(2000));
const vendor = z.string().max(40);

/** A kind of outside system, and how many connections of it there are. */
export type CatalogueCard = Readonly<{
  vendor: string;
  /** `soon`: shown honestly as not built yet. */
  availability: 'ready' | 'soon';
  connected: number;
}>;

/** An organization that a connection sees; its chosen venues are followed, all when none is chosen. */
export type ConnectionOrganization = Readonly<{
  id: number;
  name: string;
  zone: string;
  /** Whether a person set the zone or it was guessed from the vendor's data. */
  zoneOrigin: 'vendor' | 'person';
  /** Hour at which the business day ends, 0–12. */
  closingHour: number;
  chosen: boolean;
  venues: readonly Readonly<{
    id: number;
    name: string;
    address: string;
    alive: boolean | null;
    chosen: boolean;
  }>[];
}>;

/** A connection as the screen shows it; its secret never leaves the core. */
export type Connection = Readonly<{
  id: number;
  vendor: string;
  name: string;
  settings: Readonly<Record<string, string | number | boolean>>;
  /** False after the key store was lost: ask for the secret again, everything else is kept. */
  secretKept: boolean;
  historyDays: number;
  pollSeconds: number;
  paused: boolean;
  demo: boolean;
  lastContactAt: Instant | null;
  orders: number;
  organizations: readonly ConnectionOrganization[];
}>;

/** The steps of a connection test, in the order they were tried; it ends where going on is no use. */
export type ProbeReport = readonly ProbeStep[];

/** What a move from iiko.biz to iiko Cloud carried over. */
export type SwitchOver = Readonly<{
  organizations: Readonly<{ count: number; total: number }>;
  venues: Readonly<{ count: number; total: number }>;
  /** Statuses of iiko Cloud that were placed as iiko.biz's were. */
  statuses: number;
  /** The mapping version made for them, to take back with the move; null: none was needed. */
  mappingVersion: number | null;
  /** Orders of the former connection: they stay. */
  orders: number;
  /** Names of organizations and venues that the new connection does not know. */
  unmatched: readonly string[];
}>;

/** Outside systems that this PC is connected to. */
export const connections = {
  catalogue: ask('list', z.strictObject({})).gives<readonly CatalogueCard[]>(),
  list: ask('list', z.strictObject({})).gives<readonly Connection[]>(),
  /** Tries settings and secret step by step; stores nothing. With `connectionId` and no secret, the kept one is used. */
  test: ask(
    'core',
    z.strictObject({
      vendor,
      settings,
      secret: secret.nullable(),
      connectionId: connectionId.nullable(),
    }),
  ).gives<ProbeReport>(),
  /** Adds the connection, seals the secret, reads organizations and venues; the same login again is a `conflict`. */
  add: ask(
    'core',
    z.strictObject({
      vendor,
      name: z.string().trim().max(100),
      settings,
      secret,
      historyDays: z.int().min(1).max(3650),
      zone: z.string().max(60).nullable(),
    }),
  ).gives<Connection>(),
  change: ask(
    'core',
    z.strictObject({
      connectionId,
      name: z.string().trim().min(1).max(100),
      settings,
      secret: secret.nullable(),
      historyDays: z.int().min(1).max(3650),
      pollSeconds: z.int().min(10).max(3600),
    }),
  ).gives<Connection>(),
  /** Zone, closing hour and choice of one organization; business days are derived again. */
  changeOrganization: ask(
    'core',
    z.strictObject({
      organizationId: z.int().positive(),
      zone: z.string().max(60),
      closingHour: z.int().min(0).max(12),
      chosen: z.boolean(),
      chosenVenueIds: z.array(z.int().positive()).max(500),
    }),
  ).gives<Connection>(),
  /** Removes the connection; its orders stay or go as asked. Undone by `restore` while data was kept. */
  remove: ask(
    'core',
    z.strictObject({ connectionId, data: z.enum(['keep', 'delete']) }),
  ).gives<null>(),
  restore: ask('core', z.strictObject({ connectionId })).gives<Connection>(),
  /**
   * Moves from an iiko.biz connection to an iiko Cloud one: choices and status groups follow, the
   * former is paused, its orders stay. `conflict` `iiko-biz.switch-nothing`: no organization in common.
   */
  switchOver: ask(
    'core',
    z.strictObject({ fromId: connectionId, toId: connectionId }),
  ).gives<SwitchOver>(),
  /** Starts the demo chain and connects to it; the connection that is there already is reused. */
  addDemo: ask('core', z.strictObject({})).gives<Connection>(),
  changed: announcement<Readonly<{ connectionId: number }>>(),
};
