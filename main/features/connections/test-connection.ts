import type { ProbeReport } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import { openSource } from '../../sources/catalogue.ts';
import type { ConnectionSettings } from '../../store/connections.ts';
import { findConnection } from './connection-view.ts';
import { sourceOutside, type ConnectionWork } from './connection-outside.ts';
import { openSecret, type Secret } from './secrets.ts';

type TestInput = Readonly<{
  vendor: string;
  settings: ConnectionSettings;
  secret: Secret | null;
  connectionId: number | null;
}>;

/** A test that takes longer is stopped: its steps so far are the answer. */
const MOST_MS = 120_000;

/** Tries settings and login step by step. Nothing is stored. */
export async function testConnection(work: ConnectionWork, input: TestInput): Promise<ProbeReport> {
  const secret = input.secret ?? (await keptSecret(work, input));
  const source = openSource(input.vendor, input.settings, secret, sourceOutside(work));
  const steps: ProbeReport[number][] = [];
  for await (const step of source.probe(AbortSignal.timeout(MOST_MS))) steps.push(step);
  return steps;
}

async function keptSecret(work: ConnectionWork, input: TestInput): Promise<Secret> {
  if (input.connectionId === null) throw new Failure('invalid', 'connections.secret-missing');
  requireSameHost(work, input.connectionId, input.settings);
  return openSecret(work.db, work.outside, input.connectionId);
}

/** A kept login goes to the host it was given for, and to no other. */
export function requireSameHost(
  { db }: ConnectionWork,
  connectionId: number,
  settings: ConnectionSettings,
): void {
  if (findConnection(db, connectionId).settings['host'] !== settings['host']) {
    throw new Failure('refused', 'connections.secret-for-new-host');
  }
}
