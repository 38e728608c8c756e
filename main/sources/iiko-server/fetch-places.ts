import { Failure } from '../../domain/failure.ts';
import type { SourceOrganization, SourceVenue } from '../../domain/structure.ts';
import { uuidOf } from '../lenient-json.ts';
import type { ServerClient } from './client.ts';
import { brokenAnswer } from './refusal.ts';
import { requireVersion } from './version-gate.ts';
import { elementsOf, elementText, isWholeXml } from './xml-elements.ts';

/** What the server says of itself without a login. */
export type ServerInfo = Readonly<{ name: string; edition: string; version: string }>;

/** A trading venue («торговое предприятие») of the server. */
export type Department = Readonly<{ id: string; code: string; name: string }>;

/** Asks `get_server_info.jsp`; `refused` `iiko-server.not-iiko` when it is something else. */
export async function fetchServerInfo(
  client: ServerClient,
  signal: AbortSignal,
): Promise<ServerInfo> {
  const path = '/get_server_info.jsp';
  const { text } = await client.askOpenly(path, { encoding: 'utf-8' }, signal);
  const version = elementText(text, 'version');
  if (version === null) throw new Failure('refused', 'iiko-server.not-iiko', { path });
  requireVersion(version);
  const [name, edition] = [elementText(text, 'serverName'), elementText(text, 'edition')];
  return { name: name ?? '', edition: edition ?? '', version };
}

/**
 * The venues of the server; corporations, legal persons and kitchens are left out. `unreachable`
 * `iiko-server.broken-answer` for half a list.
 */
export async function fetchDepartments(
  client: ServerClient,
  signal: AbortSignal,
): Promise<readonly Department[]> {
  const path = '/corporation/departments';
  const { text } = await client.ask({ path }, signal);
  // A venue that is not told would be taken for closed.
  if (!isWholeXml(text)) throw brokenAnswer(path);
  return elementsOf(text, 'corporateItemDto').flatMap((item) => {
    const id = uuidOf(elementText(item, 'id'));
    if (id === null || elementText(item, 'type') !== 'DEPARTMENT') return [];
    const [code, name] = [elementText(item, 'code'), elementText(item, 'name')];
    return [{ id, code: code ?? '', name: name ?? '' }];
  });
}

/** A venue of a server keeps its own accounts and its own clock: it is an organization by itself. */
export const toOrganization = (
  { id, name }: Department,
  { version }: ServerInfo,
): SourceOrganization => ({
  id,
  name,
  currency: null,
  country: '',
  version,
  latitude: null,
  longitude: null,
});

/** The same venue as the place that cooks. */
export const toVenue = ({ id, name }: Department, { version }: ServerInfo): SourceVenue => ({
  id,
  organizationId: id,
  name,
  address: '',
  timeZone: '',
  posVersion: version,
  sleeping: false,
});
