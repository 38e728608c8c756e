import { Failure } from '../../../domain/failure.ts';
import { readCsvText, type FileRow } from '../../touch-files/csv-rows.ts';
import { sniffSeparator } from '../../touch-files/sniff-text.ts';
import type { FoundFeature, FoundFile } from '../found-feature.ts';
import { ZoneFileBudget, ZONE_FILE_LIMITS } from '../zone-file-limits.ts';
import { isWkt, readWktShapes } from './wkt-geometry.ts';

const GEOMETRY = /^(?:wkt|geom|geometry|the_geom|полигон|геометрия)$/i;
const NAME = /^(?:name|title|zone|название|имя|наименование|зона|заголовок)$/i;
const DESCRIPTION = /^(?:description|desc|описание|комментарий)$/i;
const LATITUDE = /^(?:lat|latitude|широта|y)$/i;
const LONGITUDE = /^(?:lon|lng|long|longitude|долгота|x)$/i;
const ADDRESS = /^(?:address|addr|адрес|адреса|street|улица|город|city)$/i;

/** Columns of a table of zones; -1 where there is none. */
type Columns = Readonly<{ geometry: number; name: number; description: number }>;

/**
 * Reads a table that holds polygons in WKT, as My Maps exports it (`iiko-local.md` 2.3). A table
 * of points or addresses is a `Failure` that says that its polygons are lost; null: no such table.
 */
export function openTable(text: string): FoundFile | null {
  const line = /^[^\r\n]{0,65536}/.exec(text)![0];
  if (isWkt(line.replace(/^["']/, ''))) return openRows(text, '\t', true);
  const separator = sniffSeparator(line);
  const header = line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  if (header.some((cell) => GEOMETRY.test(cell))) return openRows(text, separator, false);
  refuseTable(header);
  return null;
}

function refuseTable(header: readonly string[]): void {
  const has = (column: RegExp): boolean => header.some((cell) => column.test(cell));
  if (has(LATITUDE) && has(LONGITUDE)) throw new Failure('invalid', 'zones.table-of-points');
  if (has(ADDRESS)) throw new Failure('invalid', 'zones.table-of-addresses');
}

function openRows(text: string, separator: string, isBare: boolean): FoundFile {
  const budget = new ZoneFileBudget();
  const features: FoundFeature[] = [];
  let columns: Columns | null = isBare ? { geometry: 0, name: -1, description: -1 } : null;
  for (const row of readCsvText(text, separator, ZONE_FILE_LIMITS.tableBytes)) {
    if (columns) features.push(featureOf(row, columns, budget));
    else columns = columnsOf(row.cells ?? []);
  }
  return {
    title: null,
    features,
    strangers: [],
    networkLinks: [],
    isOwn: false,
    notes: [],
  };
}

/** My Maps writes the name next to the geometry, its heading in the language of the owner. */
function columnsOf(header: readonly string[]): Columns {
  const placeOf = (column: RegExp): number => header.findIndex((cell) => column.test(cell.trim()));
  const geometry = placeOf(GEOMETRY);
  const named = placeOf(NAME);
  const name = named === -1 ? geometry + 1 : named;
  const described = placeOf(DESCRIPTION);
  return { geometry, name, description: described === -1 ? name + 1 : described };
}

function featureOf(
  { row, cells }: FileRow,
  columns: Columns,
  budget: ZoneFileBudget,
): FoundFeature {
  const wkt = cells?.[columns.geometry] ?? '';
  return {
    number: budget.takeFeature(),
    line: row,
    layer: null,
    zoneId: null,
    name: cells?.[columns.name] ?? null,
    description: cells?.[columns.description] ?? null,
    colour: null,
    shapes:
      wkt.trim() === ''
        ? { parts: [], others: [], broken: [], changes: [] }
        : readWktShapes(wkt, budget),
  };
}
