import type { FoundFile } from '../found-feature.ts';
import { readGeoJson } from '../geojson/open-geojson.ts';
import { LiteralReader, NoLiteral } from './literal-reader.ts';

/** A literal begins after one of these: `var X = {…}`, `load({…})`, `export default {…}`. */
const BEGINNING = /(?:=|\(|\bdefault|\breturn)\s*(?=[[{])/g;
const LOOKS_LIKE_MAP = /coordinates|FeatureCollection/;

/**
 * Finds the GeoJSON inside a JavaScript file, as sites that show Constructor's zones have it
 * (`iiko-local.md` 2.4), and reads it as data: nothing is run. Null when there is none.
 */
export function openScript(text: string): FoundFile | null {
  if (!LOOKS_LIKE_MAP.test(text)) return null;
  let mostRead = text.length * 2;
  BEGINNING.lastIndex = 0;
  for (let found = BEGINNING.exec(text); found && mostRead > 0; found = BEGINNING.exec(text)) {
    const start = found.index + found[0].length;
    const reader = new LiteralReader(text, start);
    const file = readGeoJson(valueOf(reader));
    if (file) return file;
    mostRead -= reader.at - start;
  }
  return null;
}

function valueOf(reader: LiteralReader): unknown {
  try {
    return reader.value();
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}
