import { isAbsolute, normalize, sep } from 'node:path';
import { Failure } from '../../domain/failure.ts';

const DEVICE = /^(con|prn|aux|nul|clock\$|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])([ .:].*)?$/i;

/**
 * A path that a person named, made plain. Refused (`invalid` `config-files.path-refused` {reason}):
 * relative ones, network addresses (`\\server\share`: connect it as a drive), Windows devices,
 * streams of a file and NUL.
 */
export function requireLocalPath(path: string): string {
  const reason = refusal(path);
  if (reason !== null) throw new Failure('invalid', 'config-files.path-refused', { path, reason });
  const plain = normalize(path);
  return plain.length > 1 && plain.endsWith(sep) && !/^[a-z]:\\$/i.test(plain)
    ? plain.slice(0, -1)
    : plain;
}

function refusal(path: string): string | null {
  if (path.includes('\0')) return 'nul';
  if (/^[\\/]{2}/.test(path)) return 'network';
  if (!isAbsolute(path)) return 'relative';
  const names = path.replace(/^[a-z]:/i, '').split(/[\\/]/);
  if (names.some((name) => DEVICE.test(name))) return 'device';
  return process.platform === 'win32' && names.some((name) => name.includes(':')) ? 'stream' : null;
}
