import type { ConfigFileKind } from '../../domain/config-files/config-file.ts';
import { valueAt } from '../../domain/config-files/config-entry.ts';
import { Failure } from '../../domain/failure.ts';
import { openConfig } from './open-config.ts';

/** The version of iiko that a file tells: only iikoOffice writes one down; null for the others. */
export function programVersionOf(kind: ConfigFileKind, bytes: Uint8Array): string | null {
  if (kind !== 'backclient') return null;
  try {
    return valueAt(openConfig(kind, bytes).entries, 'ServersList/Version') || null;
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
