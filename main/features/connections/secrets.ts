import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';
import { readSealedSecret, saveSealedSecret } from '../../store/connections.ts';
import type { WritableDb } from '../../store/database.ts';

/** The parts of a login, by the names the source gives them. */
export type Secret = Readonly<Record<string, string>>;

type Sealer = Pick<Outside, 'seal' | 'unseal'>;

/** Seals a login so that only this user of this PC can open it. */
export const sealSecret = (outside: Sealer, secret: Secret): Promise<Uint8Array> =>
  outside.seal(JSON.stringify(secret));

/**
 * Opens the kept login. `refused` `connections.secret-lost` when none is kept or the key store can
 * no longer open it: it is then forgotten, so that the screen asks for it again.
 */
export async function openSecret(
  db: WritableDb,
  outside: Sealer,
  connectionId: number,
): Promise<Secret> {
  const sealed = readSealedSecret(db, connectionId);
  const text = sealed && (await outside.unseal(sealed));
  if (text) return JSON.parse(text) as Secret;
  if (sealed) saveSealedSecret(db, connectionId, null);
  throw new Failure('refused', 'connections.secret-lost');
}
