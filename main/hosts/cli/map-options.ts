import { resolve } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import type { Position } from '../../domain/zones/delivery-zone.ts';
import { textOption, type CommandContext } from './command.ts';
import { readPlace } from '../../domain/zones/read-place.ts';

/** The file to write, by `--out`; the core never writes over one that is there. */
export function requireOut({ options }: CommandContext, usage: string): string {
  const out = textOption(options, 'out');
  if (out === undefined) throw new Failure('invalid', 'cli.words', { usage });
  return resolve(out);
}

/** `--format`, else what the name of the file says. */
export function formatOf({ options }: CommandContext, out: string): string {
  const named = /\.(kml|kmz|geojson)$/i.exec(out)?.[1]?.toLowerCase();
  return textOption(options, 'format') ?? named ?? 'kml';
}

/** The city that the map belongs to, by `--city`; none when it was not given. */
export function citiesOf({ options }: CommandContext): readonly Position[] {
  const city = textOption(options, 'city');
  if (city === undefined) return [];
  const place = readPlace(city);
  if (!place) throw new Failure('invalid', 'cli.option', { option: `--city ${city}` });
  return [place];
}
