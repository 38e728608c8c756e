import type { ZoneFileLocation, ZoneFileMade } from '../../contract/zone-files.ts';
import { Failure } from '../../domain/failure.ts';
import type { Command, CommandContext } from './command.ts';
import { formatOf, requireOut } from './map-options.ts';
import { requireWords } from './named-file.ts';
import { askMap, nameMap, takeMade } from './named-map.ts';
import { readPlace } from '../../domain/zones/read-place.ts';

/** The zone that a place belongs to. */
export const zonesLocateCommand: Command = {
  name: ['zones', 'locate'],
  usage: 'zones locate FILE|LINK LAT [LON]',
  options: [],
  sample: { zone: 'Центр', all: ['Центр', 'Весь город'] },
  run: async (context) => {
    const [named = '', ...place] = context.words;
    const at = readPlace(place.join(' '));
    if (named === '' || !at) {
      throw new Failure('invalid', 'cli.words', { usage: zonesLocateCommand.usage });
    }
    const input = { path: await nameMap(context, named), at };
    const document = await askMap<ZoneFileLocation>(context, 'zoneFiles.locate', input);
    return { document, reached: true };
  },
};

/** The drawn map, or any map in another format: for My Maps, Constructor or a colleague. */
export const zonesExportCommand: Command = {
  name: ['zones', 'export'],
  usage: 'zones export [FILE|LINK] --format kml|kmz|geojson --out FILE',
  options: ['format', 'out'],
  sample: { file: 'zones.kml', format: 'kml', zones: 12 },
  run: async (context) => {
    const out = requireOut(context, zonesExportCommand.usage);
    const format = formatOf(context, out);
    const made = await makeExport(context, format);
    await takeMade(context, made, out);
    return { document: { file: out, format, zones: made.zones }, reached: true };
  },
};

/** Without a file it is the draft that the window shows. */
async function makeExport(context: CommandContext, format: string): Promise<ZoneFileMade> {
  if (context.words.length === 0) {
    const input = { format, version: null, title: context.text('cli.zones.title') };
    return askMap<ZoneFileMade>(context, 'zones.exportFile', input);
  }
  const [named = ''] = requireWords(context, 1, zonesExportCommand.usage);
  const input = { path: await nameMap(context, named), format };
  return askMap<ZoneFileMade>(context, 'zoneFiles.convert', input);
}
