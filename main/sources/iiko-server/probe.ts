import type { ProbeStep } from '../../domain/probe-step.ts';
import { addDays } from '../../domain/local-time.ts';
import type { SourceOutside } from '../order-source.ts';
import { passed, warned, type Evidence } from '../probe-evidence.ts';
import { trySteps, type Step } from '../try-steps.ts';
import { apiAddress } from './api-address.ts';
import type { ServerClient } from './client.ts';
import { fetchColumns, fetchDay } from './fetch-day.ts';
import { fetchDepartments, fetchServerInfo, type Department } from './fetch-places.ts';
import { absentColumns } from './olap-parts.ts';
import type { IikoServerSettings } from './settings.ts';
import type { WireOlapColumns } from './wire.ts';

type Found = { columns: WireOlapColumns; departments: readonly Department[] };

/**
 * Tries a connection: certificate, version, login, venues, fields, one day of orders, and gives the
 * licence slot back. Ends after the first failure, for nothing later can be asked then; the slot is
 * given back in any case.
 */
export async function* probeServerConnection(
  client: ServerClient,
  settings: IikoServerSettings,
  outside: SourceOutside,
  signal: AbortSignal,
): AsyncGenerator<ProbeStep> {
  const found: Found = { columns: {}, departments: [] };
  const steps: readonly Step[] = [
    ['certificate', () => tryCertificate(settings, outside, signal)],
    ['version', () => tryVersion(client, signal)],
    ['token', () => tryLogin(client, signal)],
    ['venues', () => tryVenues(client, found, signal)],
    ['columns', () => tryColumns(client, found, signal)],
    ['orders', () => tryOrders(client, found, outside, signal)],
  ];
  try {
    const course = { needed: () => true, unexpected: 'iiko-server.unexpected' };
    if (!(yield* trySteps(steps, course, outside, signal))) return;
  } finally {
    await client.logout();
  }
  yield { step: 'logout', ...passed('logout'), elapsedMs: 0 };
}

/** A certificate that this PC does not trust is shown: only a person can say whose it is. */
async function tryCertificate(
  { host, fingerprint }: IikoServerSettings,
  { tls }: SourceOutside,
  signal: AbortSignal,
): Promise<Evidence> {
  const address = apiAddress(host);
  if (!address?.secure) return warned('certificate-none');
  if (!tls) return passed('certificate', { subject: address.host });
  const seen = await tls.readCertificate(address.root, signal);
  if (!seen) return passed('certificate-unseen');
  const { trusted, ...shown } = seen;
  if (fingerprint === seen.fingerprint) return passed('certificate-accepted', shown);
  if (fingerprint !== '') {
    return { state: 'failed', evidence: 'iiko-server.other-certificate', params: shown };
  }
  if (trusted) return passed('certificate', shown);
  return { state: 'failed', evidence: 'iiko-server.certificate-unknown', params: shown };
}

async function tryVersion(client: ServerClient, signal: AbortSignal): Promise<Evidence> {
  const { name, edition, version } = await fetchServerInfo(client, signal);
  return passed('server-version', { name, edition, version });
}

async function tryLogin(client: ServerClient, signal: AbortSignal): Promise<Evidence> {
  await client.login(signal);
  return passed('server-login');
}

async function tryVenues(
  client: ServerClient,
  found: Found,
  signal: AbortSignal,
): Promise<Evidence> {
  found.departments = await fetchDepartments(client, signal);
  const { length: count } = found.departments;
  if (count === 0) return { ...warned('server-venues-none'), state: 'failed' };
  const names = found.departments.map(({ name }) => name).join(', ');
  return passed('server-venues', { count, names });
}

async function tryColumns(
  client: ServerClient,
  found: Found,
  signal: AbortSignal,
): Promise<Evidence> {
  found.columns = await fetchColumns(client, signal);
  const absent = absentColumns(found.columns);
  const count = Object.keys(found.columns).length;
  if (absent.length === 0) return passed('columns', { count });
  return warned('columns-absent', { count, names: absent.join(', ') });
}

/** Yesterday by the server's clock: today's shift has hardly any closed orders in the morning. */
async function tryOrders(
  client: ServerClient,
  { columns }: Found,
  outside: SourceOutside,
  signal: AbortSignal,
): Promise<Evidence> {
  const now = client.serverNow() ?? outside.now();
  const day = addDays(new Date(now).toISOString().slice(0, 10), -1);
  const { orders, quarantined } = await fetchDay(client, columns, day, signal);
  if (quarantined.length > 0) {
    return warned('server-orders-partly', { count: orders.length, bad: quarantined.length, day });
  }
  if (orders.length === 0) return warned('server-orders-none', { day });
  return passed('server-orders', { count: orders.length, day });
}
