import type { ProvisioningFile } from '../../contract/provisioning.ts';
import type { JsonPath } from '../../documents/json/positioned-json.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';

type Connection = ProvisioningFile['connections'][number];
type Written = Connection['secret'] | NonNullable<ProvisioningFile['profiles'][number]['pin']>;

/** What opening and sealing a secret needs of the host. */
export type SecretOutside = Pick<Outside, 'seal' | 'unseal' | 'environment'>;

/** Every secret of the file with its place. */
export const secretsOf = (
  file: ProvisioningFile,
): readonly Readonly<{ path: JsonPath; written: Written }>[] => [
  ...file.connections.map(({ secret }, at) => ({
    path: ['connections', at, 'secret'] as const,
    written: secret,
  })),
  ...file.profiles.flatMap(({ pin }, at) =>
    pin === undefined ? [] : [{ path: ['profiles', at, 'pin'] as const, written: pin }],
  ),
];

/**
 * The secret itself: as written, from the environment, or opened with the key store. `not-found`
 * `provisioning.variable-absent` {name}, `refused` `provisioning.sealed-elsewhere`.
 */
export async function openSecret<Value extends string | Readonly<Record<string, string>>>(
  outside: SecretOutside,
  written: Written,
): Promise<Value> {
  if (isSealed(written)) {
    const text = await outside.unseal(Buffer.from(written.sealed, 'base64'));
    if (text === null) throw new Failure('refused', 'provisioning.sealed-elsewhere');
    return JSON.parse(text) as Value;
  }
  if (typeof written === 'string' || isVariable(written)) return plain(outside, written) as Value;
  const fields = Object.entries(written).map(([name, value]) => [name, plain(outside, value)]);
  return Object.fromEntries(fields) as Value;
}

/** The secret as only this user of this PC can open it; what is sealed already stays. */
export async function sealed(
  outside: SecretOutside,
  written: Written,
): Promise<Readonly<{ sealed: string }>> {
  if (isSealed(written)) return written;
  const secret = JSON.stringify(await openSecret(outside, written));
  return { sealed: Buffer.from(await outside.seal(secret)).toString('base64') };
}

/** Whether the secret, or a part of it, stands in the file as plain text. */
export const isWritten = (written: Written): boolean =>
  typeof written === 'string' ||
  (!isSealed(written) &&
    !isVariable(written) &&
    Object.entries(written).some(([name, value]) => name !== 'kind' && typeof value === 'string'));

const isSealed = (written: Written): written is { sealed: string } =>
  typeof written === 'object' && 'sealed' in written && typeof written.sealed === 'string';

const isVariable = (written: object): written is { env: string } =>
  'env' in written && typeof written.env === 'string' && Object.keys(written).length === 1;

function plain(outside: SecretOutside, value: string | { env: string }): string {
  if (typeof value === 'string') return value;
  const found = outside.environment?.(value.env);
  if (found) return found;
  throw new Failure('not-found', 'provisioning.variable-absent', { name: value.env });
}
