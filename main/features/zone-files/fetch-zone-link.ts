import { join } from 'node:path';
import { openTransferFile } from '../../documents/exports/transfer-file.ts';
import { readZoneFile } from '../../documents/zone-files/read-zone-file.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';
import { fetchZoneMap, type FetchedZoneMap } from '../../sources/zone-maps/fetch-zone-map.ts';

/** Small enough to be looked into where the network is; anything larger is a map by itself. */
const LARGEST_LOOK = 262_144;

/**
 * Downloads the map that a pasted link leads to and leaves it as a file, for a reader to read. A
 * file that only names another address is followed once, under the same rules (`iiko-local.md`
 * 2.2); a small one that is no map at all is refused at once.
 */
export async function fetchZoneLink(
  { fetch, dataFolder }: Pick<Outside, 'fetch' | 'dataFolder'>,
  text: string,
  signal: AbortSignal,
): Promise<string> {
  const first = await fetchZoneMap({ fetch }, text, signal);
  const href = networkLinkIn(first);
  if (href === null) return keep(dataFolder, first);
  const next = await fetchZoneMap({ fetch }, href, signal);
  if (networkLinkIn(next) !== null) throw new Failure('refused', 'zones.link-leads-on');
  return keep(dataFolder, next);
}

async function keep(dataFolder: string, { bytes }: FetchedZoneMap): Promise<string> {
  const file = openTransferFile(dataFolder, 'map');
  await file.write(bytes);
  await file.finish();
  return join(dataFolder, 'transfers', file.handle, file.fileName);
}

/** The address that a map only names; null for a map. What is no map is refused. */
function networkLinkIn({ bytes, link }: FetchedZoneMap): string | null {
  if (bytes.length > LARGEST_LOOK) return null;
  try {
    readZoneFile(bytes, '');
    return null;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === 'zones.network-link-only') return String(error.params['href']);
    if (!UNREAD.has(error.code)) throw error;
    const isConstructor = link.type === 'yandex-constructor';
    throw new Failure(
      'refused',
      isConstructor ? 'zones.constructor-unreadable' : 'zones.link-no-map',
    );
  }
}

/** What is no map and no page that explains itself: a link has advice that a file has not. */
const UNREAD = new Set(['zones.file-unknown', 'zones.file-other-json', 'zones.page-other']);
