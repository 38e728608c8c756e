import type { ZoneFileCheck } from '../../contract/zone-files.ts';
import { Failure } from '../../domain/failure.ts';
import type { Position } from '../../domain/zones/delivery-zone.ts';
import type { ZoneFinding } from '../../domain/zones/zone-finding.ts';
import type { ImportedFeature } from '../../domain/zones/zone-import.ts';
import { textOption, type Command, type CommandContext } from './command.ts';
import { requireWords } from './named-file.ts';
import { askMap, nameMap } from './named-map.ts';
import { readPlace } from './read-place.ts';

/** Findings that are a matter of taste: told beside the document, they decide nothing. */
const HINTS = new Set(['gap', 'too-many-vertices']);

/** What a map holds, what was skipped, and what iiko would refuse; reached unless it is hopeless. */
export const zonesCheckCommand: Command = {
  name: ['zones', 'check'],
  usage: 'zones check FILE|LINK [--city LAT,LON]',
  options: ['city'],
  sample: {
    zones: [{ name: 'Центр', parts: 1, holes: 0, vertices: 42, areaM2: 8_214_350.61 }],
    skipped: [{ what: 'Ресторан', why: 'point' }],
    findings: [
      {
        kind: 'overlap',
        zones: ['Центр', 'Север'],
        areaM2: 1204.5,
        at: { latitude: 55.75, longitude: 37.61 },
      },
    ],
    verdict: 'repairable',
  },
  run: async (context) => {
    const [named = ''] = requireWords(context, 1, zonesCheckCommand.usage);
    const path = await nameMap(context, named);
    const input = { path, cities: citiesOf(context) };
    const checked = await askMap<ZoneFileCheck>(context, 'zoneFiles.check', input);
    tellRest(context, checked);
    const { zones, report, findings, verdict } = checked;
    const skipped = report.skipped.map((row) => ({ what: whatOf(row), why: row.why.code }));
    const told = findings.filter(({ kind }) => !HINTS.has(kind)).map(findingOf);
    const shown = zones.map((zone) => ({ ...zone, areaM2: rounded(zone.areaM2) }));
    return {
      document: { zones: shown, skipped, findings: told, verdict },
      reached: verdict !== 'refused',
    };
  },
};

function citiesOf({ options }: CommandContext): readonly Position[] {
  const city = textOption(options, 'city');
  if (city === undefined) return [];
  const place = readPlace(city);
  if (!place) throw new Failure('invalid', 'cli.option', { option: `--city ${city}` });
  return [place];
}

function findingOf(finding: ZoneFinding): object {
  const { kind, zones, at } = finding;
  return {
    kind,
    zones: zones.map(({ name }) => name),
    ...('areaM2' in finding ? { areaM2: rounded(finding.areaM2) } : {}),
    ...(at ? { at: { latitude: at[1], longitude: at[0] } } : {}),
  };
}

/** To a square centimetre or so: more digits would only pretend. */
const rounded = (areaM2: number): number => Math.round(areaM2 * 10_000) / 10_000;

const whatOf = ({ what, number }: ImportedFeature): string => what || `#${number}`;

/** What has no place in the document: changes and skips in sentences, and hints. */
function tellRest({ say, text }: CommandContext, { report, findings }: ZoneFileCheck): void {
  for (const row of [...report.changed, ...report.skipped]) {
    say(`${whatOf(row)}: ${text(`zones.import.${row.why.code}`, row.why.params)}`);
  }
  for (const { code, params } of report.notes) say(text(`zones.import.${code}`, params));
  for (const { kind, zones } of findings.filter((one) => HINTS.has(one.kind))) {
    say(`${zones.map(({ name }) => name).join(' · ')}: ${text(`cli.zones.${kind}`)}`);
  }
}
