import { basename } from 'node:path';
import type { ZoneFileCheck } from '../../contract/zone-files.ts';
import { Failure } from '../../domain/failure.ts';
import type { ImportedFeature } from '../../domain/zones/zone-import.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import { citiesOf } from './map-options.ts';
import { requireWords } from './named-file.ts';
import { askMap, nameMap } from './named-map.ts';
import { isHint, roundedArea, toldFinding } from './told-finding.ts';

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
    try {
      return toldCheck(context, await askMap<ZoneFileCheck>(context, 'zoneFiles.check', input));
    } catch (error) {
      if (!(error instanceof Failure) || !isNoMap(error)) throw error;
      return toldRefusal(context, named, error);
    }
  },
};

/** Whether the file was read and is no map of zones; any other failure says nothing about the map. */
const isNoMap = ({ kind, code }: Failure): boolean =>
  kind === 'invalid' && code.startsWith('zones.') && code !== 'zones.no-file';

/** A file that is no map is skipped whole. */
function toldRefusal(context: CommandContext, named: string, failure: Failure): CommandResult {
  context.say(context.explain(failure));
  const skipped = [{ what: basename(named), why: failure.code.replace(/^zones\./, '') }];
  return { document: { zones: [], skipped, findings: [], verdict: 'refused' }, reached: false };
}

function toldCheck(context: CommandContext, checked: ZoneFileCheck): CommandResult {
  tellRest(context, checked);
  const { zones, report, findings, verdict } = checked;
  const skipped = report.skipped.map((row) => ({ what: whatOf(row), why: row.why.code }));
  const told = findings.filter((one) => !isHint(one)).map(toldFinding);
  const shown = zones.map((zone) => ({ ...zone, areaM2: roundedArea(zone.areaM2) }));
  return {
    document: { zones: shown, skipped, findings: told, verdict },
    reached: verdict !== 'refused',
  };
}

const whatOf = ({ what, number }: ImportedFeature): string => what || `#${number}`;

/** What has no place in the document: changes and skips in sentences, and hints. */
function tellRest({ say, text }: CommandContext, { report, findings }: ZoneFileCheck): void {
  for (const row of [...report.changed, ...report.skipped]) {
    say(`${whatOf(row)}: ${text(`zones.import.${row.why.code}`, row.why.params)}`);
  }
  for (const { code, params } of report.notes) say(text(`zones.import.${code}`, params));
  for (const { kind, zones } of findings.filter(isHint)) {
    say(`${zones.map(({ name }) => name).join(' · ')}: ${text(`cli.zones.${kind}`)}`);
  }
}
