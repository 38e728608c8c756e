import type { ZoneRule, ZonesEvidence } from '../../domain/diagnosis/diagnosis-evidence.ts';
import { offsetAt } from '../../domain/local-time.ts';
import type { DictionaryEntry } from '../../sources/order-source.ts';
import { failureData, type CloudTalk, type KnownVenue } from './cloud-talk.ts';

/** The zones of the venue's organization as the Cloud tells them, whole. */
export type ZonesRead = Readonly<{ evidence: ZonesEvidence; details: readonly unknown[] | null }>;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Asks for zones and work hours; a missing right is evidence, not an end. Rejects with a Failure. */
export async function gatherZones(
  { source, venue }: CloudTalk,
  now: number,
  signal: AbortSignal,
): Promise<ZonesRead> {
  if (!venue) return { evidence: { type: 'none' }, details: null };
  const organizationIds = [venue.organization.vendorId];
  for await (const read of source.fetchDictionaries(organizationIds, signal, ['delivery-zone'])) {
    if ('failure' in read) {
      const failure = failureData(read.failure);
      return { evidence: { type: 'failed', failure }, details: null };
    }
    const details = read.entries.map(({ detail }) => detail);
    return { evidence: evidenceOf(read.entries, venue, now), details };
  }
  return { evidence: { type: 'none' }, details: null };
}

type Detail = Readonly<{ zone?: unknown; rules?: unknown }>;
type WireRule = Readonly<Record<string, unknown>>;

function evidenceOf(
  entries: readonly DictionaryEntry[],
  { venue, organization }: KnownVenue,
  now: number,
): ZonesEvidence {
  const all = rulesOf(entries.map(({ detail }) => detail));
  const own = all.filter(({ terminalGroupId: id }) => !id || id === venue.vendorId);
  const drawn = entries.filter(({ detail }) => Boolean((detail as Detail | null)?.zone));
  const rules = own.map(toRule);
  return {
    type: 'read',
    rules,
    allRules: all.length,
    // Where nothing is drawn, zones may be lists of streets: a name proves nothing then.
    zones: drawn.length > 0 ? drawn.map(({ name }) => name) : rules.map(({ zone }) => zone),
    minuteNow: minuteOf(now + offsetAt(now, organization.zone)),
  };
}

/** Rules without a zone are told with every zone: each counts once. */
export function rulesOf(details: readonly unknown[]): readonly WireRule[] {
  const rules = details.flatMap((detail) => {
    const own = (detail as Detail | null)?.rules;
    return Array.isArray(own) ? (own as readonly WireRule[]) : [];
  });
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

const toRule = (rule: WireRule): ZoneRule => ({
  zone: typeof rule['zone'] === 'string' ? rule['zone'] : '',
  weekMap: numberOf(rule['weekMap'], 127),
  from: numberOf(rule['from'], 0),
  to: numberOf(rule['to'], DAY_MINUTES),
});

const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

const minuteOf = (wallMs: number): number =>
  Math.floor((((wallMs % 86_400_000) + 86_400_000) % 86_400_000) / MINUTE_MS);
