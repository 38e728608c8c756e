import { zoneKey } from './coverage-schedule.ts';
import { isOfZone, type EffectiveRow, type NamedZone } from './effective-row.ts';
import { weekSegments } from './week-segments.ts';
import { WEEK_MINUTES, type WeekSpan } from './week.ts';

/** What is wrong or doubtful with who serves what and when. */
export type CoverageFinding =
  | Readonly<{ kind: 'zone-without-terminal'; zone: string }>
  | Readonly<{ kind: 'terminal-without-zone'; venueId: number }>
  /** A row names a zone that the map has not: renamed or removed there (`iiko-local.md` 2.1). */
  | Readonly<{ kind: 'unknown-zone'; zone: string }>
  | Readonly<{ kind: 'unknown-terminal'; venueId: number; zone: string }>
  | Readonly<{ kind: 'never-open'; zone: string; venueId: number }>
  /** Most zones of its organization are served then, this one is not. */
  | Readonly<{ kind: 'hours-gap'; zone: string; spans: readonly WeekSpan[] }>
  /** Terminals of one priority are open together: iiko takes the first it finds. */
  | Readonly<{
      kind: 'hours-overlap';
      zone: string;
      venueIds: readonly number[];
      spans: readonly WeekSpan[];
    }>;

/** What findings are looked for in. */
export type CoverageFacts = Readonly<{
  rows: readonly EffectiveRow[];
  zones: readonly NamedZone[];
  /** Terminals that work. */
  venueIds: readonly number[];
}>;

/** Everything that is wrong or doubtful, what loses most orders first. */
export function coverageFindings(facts: CoverageFacts): readonly CoverageFinding[] {
  return [
    ...unservedZones(facts),
    ...unknownNames(facts),
    ...neverOpen(facts),
    ...gaps(facts),
    ...overlaps(facts),
    ...idleTerminals(facts),
  ];
}

const rowsOf = ({ rows }: CoverageFacts, zone: NamedZone): readonly EffectiveRow[] =>
  rows.filter((row) => isOfZone(row, zone));

const unservedZones = (facts: CoverageFacts): CoverageFinding[] =>
  facts.zones
    .filter((zone) => rowsOf(facts, zone).length === 0)
    .map(({ name }) => ({ kind: 'zone-without-terminal', zone: name }));

function idleTerminals({ rows, venueIds }: CoverageFacts): CoverageFinding[] {
  const busy = new Set(rows.map(({ venueId }) => venueId));
  return venueIds
    .filter((venueId) => !busy.has(venueId))
    .map((venueId) => ({ kind: 'terminal-without-zone', venueId }));
}

function unknownNames({ rows, zones, venueIds }: CoverageFacts): CoverageFinding[] {
  const keys = new Set(zones.map(({ name }) => zoneKey(name)));
  const lost = Map.groupBy(
    rows.filter((row) => row.zoneKey !== '' && !keys.has(row.zoneKey)),
    (row) => row.zoneKey,
  );
  const known = new Set(venueIds);
  return [
    ...[...lost.values()].map(([row]) => ({ kind: 'unknown-zone', zone: row!.zone }) as const),
    ...rows
      .filter(({ venueId }) => !known.has(venueId))
      .map(({ venueId, zone }) => ({ kind: 'unknown-terminal', venueId, zone }) as const),
  ];
}

const neverOpen = ({ rows }: CoverageFacts): CoverageFinding[] =>
  rows
    .filter(({ weekdays }) => weekdays.value === 0)
    .map(({ zone, venueId }) => ({ kind: 'never-open', zone, venueId }));

/** A zone is closed while most others of its organization are open. */
function gaps(facts: CoverageFacts): CoverageFinding[] {
  const weeks = facts.zones.flatMap((zone) => {
    const [first, ...others] = rowsOf(facts, zone);
    if (!first) return [];
    const { organizationId } = first;
    return [{ zone: zone.name, organizationId, open: openMinutes([first, ...others]) }];
  });
  return [...Map.groupBy(weeks, ({ organizationId }) => organizationId).values()].flatMap((own) => {
    const open = new Uint16Array(WEEK_MINUTES);
    for (const week of own) week.open.forEach((one, minute) => (open[minute]! += one));
    return own.flatMap((week): CoverageFinding[] => {
      const most = own.length / 2;
      const spans = spansWhere((minute) => week.open[minute] === 0 && open[minute]! >= most);
      return spans.length === 0 ? [] : [{ kind: 'hours-gap', zone: week.zone, spans }];
    });
  });
}

function openMinutes(rows: readonly EffectiveRow[]): Uint8Array {
  const minutes = new Uint8Array(WEEK_MINUTES);
  for (const { from, to, open } of weekSegments(rows))
    if (open.length > 0) minutes.fill(1, from, to);
  return minutes;
}

function spansWhere(holds: (minute: number) => boolean): readonly WeekSpan[] {
  const spans: WeekSpan[] = [];
  let from = -1;
  for (let minute = 0; minute <= WEEK_MINUTES; minute += 1) {
    const now = minute < WEEK_MINUTES && holds(minute);
    if (now && from < 0) from = minute;
    if (now || from < 0) continue;
    spans.push({ from, to: minute });
    from = -1;
  }
  return spans;
}

function overlaps(facts: CoverageFacts): CoverageFinding[] {
  return facts.zones.flatMap((zone) => {
    const together = new Map<string, { venueIds: number[]; spans: WeekSpan[] }>();
    for (const { from, to, open } of weekSegments(rowsOf(facts, zone))) {
      const first = open.filter(({ priority }) => priority === open[0]!.priority);
      const venueIds = [...new Set(first.map(({ venueId }) => venueId))];
      if (venueIds.length < 2) continue;
      const key = venueIds.join(' ');
      const known = together.get(key) ?? { venueIds, spans: [] };
      together.set(key, known);
      const last = known.spans.at(-1);
      if (last?.to === from) known.spans[known.spans.length - 1] = { from: last.from, to };
      else known.spans.push({ from, to });
    }
    return [...together.values()].map(
      (one) => ({ kind: 'hours-overlap', zone: zone.name, ...one }) as const,
    );
  });
}
