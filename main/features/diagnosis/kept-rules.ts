import type { KeptZoneRule } from '../../contract/diagnosis.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readKeptZonesByHash } from '../../store/diagnosis/kept-zones.ts';
import { knownVenues } from './cloud-talk.ts';
import { rulesOf } from './gather-zones.ts';
import { readProgress } from './last-resort-progress.ts';

/** The rules that must stand in iikoOffice again, in words for a person's hands. */
export function readKeptRules(db: ReadableDb): readonly KeptZoneRule[] {
  const { keptZones } = readProgress(db);
  const kept = keptZones && readKeptZonesByHash(db, keptZones.organizationId, keptZones.hash);
  if (!kept) return [];
  const names = new Map(knownVenues(db).map(({ venue }) => [venue.vendorId, venue.name]));
  return rulesOf(JSON.parse(kept.content) as readonly unknown[]).map((rule) => ({
    zone: textOf(rule['zone']),
    venue: names.get(textOf(rule['terminalGroupId'])) ?? '',
    from: numberOf(rule['from']),
    to: numberOf(rule['to']),
    weekMap: numberOf(rule['weekMap']),
    minSum: numberOf(rule['minSum']),
    durationMinutes: numberOf(rule['deliveryDurationInMinutes']),
  }));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
