import type { FoundFile } from '../found-feature.ts';
import { jsonEnd } from '../geojson/json-extent.ts';
import { readGeoJson } from '../geojson/open-geojson.ts';
import { LiteralReader, NoLiteral } from './literal-reader.ts';

/** A literal begins after one of these: `var X = {…}`, `load({…})`, `export default {…}`. */
const BEGINNING = /(?:=|\(|\bdefault|\breturn)\s*(?=[[{])/g;
const LOOKS_LIKE_MAP = /coordinates|FeatureCollection/;
/** Literals that are no JSON are read sign by sign: only as long as that takes no time. */
const LONGEST_LITERAL = 2 * 1024 * 1024;

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
    const end = jsonEnd(text, start);
    const file = readGeoJson(valueOf(text.slice(start, end)));
    if (file) return file;
    mostRead -= end - start;
  }
  return null;
}

function valueOf(literal: string): unknown {
  try {
    return JSON.parse(literal) as unknown;
  } catch {
    return literal.length > LONGEST_LITERAL ? undefined : looseValueOf(literal);
  }
}

function looseValueOf(literal: string): unknown {
  try {
    return new LiteralReader(literal).value();
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}
