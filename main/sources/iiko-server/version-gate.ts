import { isOlderThan } from '../../domain/diagnosis/vendor-version.ts';
import { Failure } from '../../domain/failure.ts';

/** The oldest version of iikoRMS that is served (feature 10). */
export const LEAST_VERSION = '4.2';

/** What a version brings, for the connection test: texts `connections.server-feature.<name>`. */
export const SERVER_FEATURES: readonly Readonly<{ name: string; since: string }>[] = [
  { name: 'cookie', since: '4.3' },
  { name: 'olap-v2', since: '5.5' },
  { name: 'adverts', since: '7.2.5' },
  { name: 'cancel-causes', since: '7.7.1' },
  { name: 'no-summary', since: '9.1.2' },
];

/** `refused` `iiko-server.too-old` for a server older than 4.2; an unknown version passes. */
export function requireVersion(version: string): void {
  if (!isOlderThan(version, LEAST_VERSION)) return;
  throw new Failure('refused', 'iiko-server.too-old', { version, least: LEAST_VERSION });
}
