import { createHash } from 'node:crypto';
import type { DiagnosisReport } from '../../contract/diagnosis.ts';
import { readZoneDetails, readKeptZones, saveKeptZones } from '../../store/diagnosis/kept-zones.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { rulesOf } from './gather-zones.ts';

/**
 * Keeps an organization's zones before anything is advised: as just read, else as the last sync
 * read them. Null where nothing is known; an earlier kept state is never lost.
 */
export function keepZones(
  { db, outside }: DiagnosisParts,
  organizationId: number,
  read: readonly unknown[] | null,
): DiagnosisReport['keptZones'] {
  const details = read ?? readZoneDetails(db, organizationId);
  if (details.length > 0) {
    const content = canonicalJson(details);
    const hash = hashOf(content);
    const rules = rulesOf(details).length;
    const zones = details.length;
    saveKeptZones(db, { organizationId, keptAt: outside.now(), hash, zones, rules, content });
  }
  const kept = readKeptZones(db, organizationId);
  if (!kept) return null;
  const { keptAt: at, zones, rules, hash } = kept;
  return { organizationId, at, zones, rules, hash };
}

/** Whether zones are byte for byte those that were kept. */
export const isKept = (
  kept: Readonly<{ hash: string }> | null,
  details: readonly unknown[],
): boolean => kept !== null && hashOf(canonicalJson(details)) === kept.hash;

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

/** The same zones are the same bytes, in whatever order the vendor writes names and rows. */
function canonicalJson(details: readonly unknown[]): string {
  return `[${details
    .map((detail) => JSON.stringify(sortedKeys(detail)))
    .toSorted()
    .join(',')}]`;
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, own]) => [key, sortedKeys(own)] as const);
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
