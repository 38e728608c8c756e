import type { XmlElement } from '../../xml/xml-document.ts';
import type { FoundFeature } from '../found-feature.ts';
import { firstLine } from '../plain-text.ts';
import type { ZoneFileBudget } from '../zone-file-limits.ts';
import type { LineCount } from '../line-count.ts';
import { kmlColour, type KmlStyles } from './kml-colour.ts';
import { attributeOf, childNamed, childText, elementsNamed } from './kml-elements.ts';
import { readKmlShapes } from './kml-geometry.ts';

/** Columns of imported tables that hold a name. */
const NAME_COLUMN = /^(?:name|title|zone|название|имя|наименование|зона)$/i;
const OWN_ID = /^zone-(.+)$/;

/** What a placemark stands in. */
export type KmlSurroundings = Readonly<{
  layer: string | null;
  styles: KmlStyles;
  isOwn: boolean;
  budget: ZoneFileBudget;
  lines: LineCount;
}>;

/** Reads one placemark; only its shapes decide later whether it becomes a zone. */
export function readPlacemark(
  placemark: XmlElement,
  { layer, styles, isOwn, budget, lines }: KmlSurroundings,
): FoundFeature {
  const number = budget.takeFeature();
  const name = childNamed(placemark, 'name');
  const written = isOwn ? name?.text : name?.trimmed;
  return {
    number,
    line: lines.lineAt(placemark.span.start),
    layer,
    zoneId: isOwn ? (OWN_ID.exec(attributeOf(placemark, 'id') ?? '')?.[1] ?? null) : null,
    name: written || columnName(placemark),
    description: childText(placemark, 'description') || childText(placemark, 'address'),
    colour: kmlColour(placemark, styles),
    shapes: readKmlShapes(placemark, budget),
  };
}

/** `ExtendedData` of Google: `Data name="…"` with a value, or `SimpleData` of a schema. */
function columnName(placemark: XmlElement): string | null {
  const extended = childNamed(placemark, 'ExtendedData');
  if (!extended) return null;
  const data = [...elementsNamed(extended, 'Data'), ...elementsNamed(extended, 'SimpleData')];
  const named = data.find((one) => NAME_COLUMN.test(attributeOf(one, 'name') ?? ''));
  if (!named) return null;
  return firstLine(childText(named, 'value') || named.trimmed) || null;
}
