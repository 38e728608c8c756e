import type { XmlElement } from '../../xml/xml-document.ts';
import { attributeOf, childNamed, childText, localName } from './kml-elements.ts';

/** The styles of a file by their id; a style map stands for its normal style. */
export type KmlStyles = ReadonlyMap<string, XmlElement>;

const STYLES = new Set(['Style', 'StyleMap', 'CascadingStyle']);
const MOST_STEPS = 5;
/** `poly-RRGGBB-width-opacity` of My Maps tells the colour even when the style is lost. */
const MY_MAPS_ID = /^#?poly-([0-9A-Fa-f]{6})-/;

/** Finds the styles that a file shares between its placemarks. */
export function kmlStyles(root: XmlElement): KmlStyles {
  const found = new Map<string, XmlElement>();
  collect(root, found);
  return found;
}

function collect(element: XmlElement, found: Map<string, XmlElement>): void {
  for (const child of element.children) {
    const id = STYLES.has(localName(child)) ? attributeOf(child, 'id') : null;
    if (id !== null && !found.has(id)) found.set(id, child);
    if (!STYLES.has(localName(child)) && localName(child) !== 'Placemark') collect(child, found);
  }
}

/** The colour of a placemark as `#rrggbb`: its own style's, else that of the style it names. */
export function kmlColour(placemark: XmlElement, styles: KmlStyles): string | null {
  const url = childText(placemark, 'styleUrl');
  const own = colourOf(placemark, styles, MOST_STEPS);
  return own ?? MY_MAPS_ID.exec(url)?.[1]?.toLowerCase().replace(/^/, '#') ?? null;
}

/** Follows `Style` inside, then `styleUrl`, then the normal pair of a style map. */
function colourOf(holder: XmlElement, styles: KmlStyles, steps: number): string | null {
  if (steps === 0) return null;
  const inline = childNamed(holder, 'Style');
  const direct = colourOfStyle(holder) ?? (inline && colourOfStyle(inline));
  if (direct !== null) return direct;
  const pairs = holder.children.filter((child) => localName(child) === 'Pair');
  const normal = pairs.find((pair) => childText(pair, 'key') === 'normal');
  if (normal) return colourOf(normal, styles, steps - 1);
  const url = childText(holder, 'styleUrl');
  const named = styles.get(url.slice(url.lastIndexOf('#') + 1));
  return named ? colourOf(named, styles, steps - 1) : null;
}

/** The fill's colour; the line's where nothing is filled or the fill cannot be seen. */
function colourOfStyle(style: XmlElement): string | null {
  const fill = childNamed(style, 'PolyStyle');
  const line = childNamed(style, 'LineStyle');
  const filled =
    fill && childText(fill, 'fill') !== '0' ? readColour(childText(fill, 'color')) : null;
  const drawn = line ? readColour(childText(line, 'color')) : null;
  if (filled && (filled.isVisible || !drawn)) return filled.hex;
  return drawn?.hex ?? null;
}

/** `aabbggrr` (`iiko-local.md` 2.3); six digits are `rrggbb`, as hand-made files have them. */
function readColour(text: string): Readonly<{ hex: string; isVisible: boolean }> | null {
  const digits = text.replace(/^#/, '').toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return { hex: `#${digits}`, isVisible: true };
  if (/^[0-9a-f]{3}$/.test(digits))
    return { hex: `#${digits.replace(/./g, '$&$&')}`, isVisible: true };
  const found = /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(digits);
  if (!found) return null;
  const [, alpha, blue, green, red] = found;
  return { hex: `#${red}${green}${blue}`, isVisible: alpha !== '00' };
}
