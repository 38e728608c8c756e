import type { ZoneFileRepaired } from '../../contract/zone-files.ts';
import { textOption, wholeNumber, type Command } from './command.ts';
import { citiesOf, formatOf, requireOut } from './map-options.ts';
import { requireWords } from './named-file.ts';
import { askMap, nameMap, takeMade } from './named-map.ts';
import { isHint, roundedArea, toldFinding } from './told-finding.ts';

const MOST_METRES = 1000;

/** Writes a repaired map beside the one given; reached when iiko would take it. */
export const zonesRepairCommand: Command = {
  name: ['zones', 'repair'],
  usage:
    'zones repair FILE|LINK --out FILE [--format kml|kmz|geojson] [--overlaps split-middle|cut|leave] [--close-gaps METRES] [--simplify METRES] [--city LAT,LON]',
  options: ['out', 'format', 'overlaps', 'close-gaps', 'simplify', 'city'],
  sample: {
    file: 'zones.kml',
    zones: 12,
    steps: [{ repair: 'snap', zones: ['Центр', 'Север'], movedM2: 1204.5 }],
    findings: [],
    verdict: 'ready',
  },
  run: async (context) => {
    const { options } = context;
    const [named = ''] = requireWords(context, 1, zonesRepairCommand.usage);
    const out = requireOut(context, zonesRepairCommand.usage);
    const overlaps = textOption(options, 'overlaps');
    const repaired = await askMap<ZoneFileRepaired>(context, 'zoneFiles.repair', {
      path: await nameMap(context, named),
      format: formatOf(context, out),
      cities: citiesOf(context),
      ...(overlaps === undefined ? {} : { overlaps }),
      closeGapsM: wholeNumber(options, 'close-gaps', 0, [0, MOST_METRES]),
      simplifyM: wholeNumber(options, 'simplify', 0, [0, MOST_METRES]),
      unnamed: context.text('cli.zones.unnamed'),
    });
    await takeMade(context, repaired, out);
    const { zones, verdict } = repaired;
    const steps = repaired.steps.map((step) => ({ ...step, movedM2: roundedArea(step.movedM2) }));
    const findings = repaired.left.filter((one) => !isHint(one)).map(toldFinding);
    return {
      document: { file: out, zones, steps, findings, verdict },
      reached: verdict === 'ready',
    };
  },
};
