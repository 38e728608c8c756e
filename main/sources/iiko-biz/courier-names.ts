import { Failure } from '../../domain/failure.ts';
import type { Session } from '../http/session.ts';
import { objectOf, textOf } from '../lenient-json.ts';
import type { Client } from './client.ts';
import { personOf, rowsOf } from './rows.ts';
import type { BizOrder } from './wire.ts';

/** Names of an organization's couriers by their ids. */
export type CourierNames = ReadonlyMap<string, string>;

type Kept = Readonly<{ at: number; names: CourierNames }>;

const KEPT_MS = 6 * 3_600_000;
const NOBODY: CourierNames = new Map();
const keptBy = new WeakMap<Session, Map<string, Kept>>();

/**
 * The couriers of an organization, asked for every six hours: an order names its courier by the id
 * alone (`iiko-api.md` 2.3). Where they can not be had the orders are read without names.
 */
export async function courierNames(
  client: Client,
  organization: string,
  now: number,
  signal: AbortSignal,
): Promise<CourierNames> {
  const known = keptBy.get(client.session) ?? new Map<string, Kept>();
  keptBy.set(client.session, known);
  const kept = known.get(organization);
  if (kept && Math.abs(now - kept.at) < KEPT_MS) return kept.names;
  const names = await askNames(client, organization, signal);
  known.set(organization, { at: now, names });
  return names;
}

async function askNames(
  client: Client,
  organization: string,
  signal: AbortSignal,
): Promise<CourierNames> {
  const path = 'rmsSettings/getCouriers';
  try {
    const { body } = await client.get(path, { organization }, signal);
    const rows = rowsOf<Record<string, unknown>>(path, body, 'users');
    return new Map(rows.map((row) => [textOf(row['id']).toLowerCase(), personOf(row)]));
  } catch (error) {
    if (signal.aborted || !(error instanceof Failure) || error.kind === 'unexpected') throw error;
    return NOBODY;
  }
}

/** The order with its courier's name beside the id, so that the journal keeps both. */
export function withCourierName(value: unknown, names: CourierNames): unknown {
  const info = objectOf(value as BizOrder | null);
  const courier = objectOf(info?.courierInfo);
  const displayName = names.get(textOf(courier?.courierId).toLowerCase());
  if (!info || !courier || !displayName) return value;
  return { ...info, courierInfo: { ...courier, displayName } };
}
