import { isOlderThan } from '../../domain/diagnosis/vendor-version.ts';
import { Failure } from '../../domain/failure.ts';

/** The oldest version of iikoRMS that is served (feature 10). */
const LEAST_VERSION = '4.2';

/**
 * `refused` `iiko-server.too-old` for a server older than 4.2; an unknown version passes. What newer
 * versions add is not guessed from the number: the server is asked for its fields.
 */
export function requireVersion(version: string): void {
  if (!isOlderThan(version, LEAST_VERSION)) return;
  throw new Failure('refused', 'iiko-server.too-old', { version, least: LEAST_VERSION });
}
