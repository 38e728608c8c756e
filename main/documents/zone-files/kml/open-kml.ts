import { Failure } from '../../../domain/failure.ts';
import type { DocumentWarning } from '../../text-encoding/text-encoding.ts';
import { openXml } from '../../xml/open-xml.ts';
import type { XmlDocument, XmlElement } from '../../xml/xml-document.ts';
import { OWN_CREATOR } from '../own-creator.ts';
import { reason, type FoundFeature, type FoundFile } from '../found-feature.ts';
import { LineCount } from '../line-count.ts';
import type { ReadingSteps } from '../reading-steps.ts';
import { tidyName } from '../plain-text.ts';
import { refuseLarge, ZONE_FILE_LIMITS, ZoneFileBudget } from '../zone-file-limits.ts';
import { kmlStyles } from './kml-colour.ts';
import { attributeOf, childNamed, childText, elementsNamed, localName } from './kml-elements.ts';
import { readPlacemark, type KmlSurroundings } from './kml-placemark.ts';

const ROOTS = new Set(['kml', 'Document', 'Folder', 'Placemark']);
const HOLDERS = new Set(['kml', 'Document', 'Folder']);
const OVERLAYS = new Set(['GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'Tour']);

/**
 * Reads a KML file of any writer: Google My Maps, Google Earth, Yandex Constructor, this program
 * (`iiko-local.md` 2.3, 2.4). What is no KML, not well-formed, has a DOCTYPE or is too large is a
 * `Failure` with `line` and `column` where there is a place.
 */
export function* openKml(bytes: Uint8Array): ReadingSteps<FoundFile> {
  refuseLarge(bytes, ZONE_FILE_LIMITS.kmlBytes);
  const { root, text, warnings } = openKmlXml(bytes);
  if (!ROOTS.has(localName(root))) refuseRoot(localName(root));
  const found: Found = { features: [], strangers: [], networkLinks: [] };
  const top = localName(root) === 'kml' ? (childNamed(root, 'Document') ?? root) : root;
  const isOwn = creatorOf(top) === OWN_CREATOR;
  const surroundings: KmlSurroundings = {
    layer: null,
    styles: kmlStyles(root),
    isOwn,
    budget: new ZoneFileBudget(),
    lines: new LineCount(text),
  };
  for (const at of visit(root, surroundings, found)) yield at / text.length;
  const title = tidyName(childText(top, 'name')) || null;
  return { ...found, title, isOwn, notes: encodingNotes(warnings) };
}

type Found = {
  features: FoundFeature[];
  strangers: FoundFile['strangers'][number][];
  networkLinks: string[];
};

/** The general reader's refusals in the words of a map: its texts speak of files of iiko. */
function openKmlXml(bytes: Uint8Array): XmlDocument {
  try {
    return openXml(bytes, { root: null, anyPrefix: true });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const code = REFUSALS.get(error.code) ?? 'zones.file-damaged';
    throw new Failure('invalid', code, error.params, { cause: error });
  }
}

const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['document.empty', 'zones.file-empty'],
  ['document.nulled', 'zones.file-nulled'],
  ['document.xml.doctype', 'zones.file-doctype'],
  ['document.xml.entity', 'zones.file-entity'],
  ['document.xml.too-many-references', 'zones.file-elements'],
  ['document.xml.truncated', 'zones.file-truncated'],
  ['document.xml.too-many-elements', 'zones.file-elements'],
  ['document.xml.too-deep', 'zones.file-elements'],
  ['document.unknown-encoding', 'zones.file-encoding'],
  ['document.damaged-characters', 'zones.file-encoding'],
]);

function refuseRoot(root: string): never {
  if (root === 'gpx') throw new Failure('invalid', 'zones.file-gpx');
  throw new Failure('invalid', 'zones.file-other-xml', { root: root.slice(0, 60) });
}

/** Tells the place in the text before each element is read. */
function* visit(
  element: XmlElement,
  surroundings: KmlSurroundings,
  found: Found,
): ReadingSteps<void> {
  yield element.span.start;
  const name = localName(element);
  if (HOLDERS.has(name)) yield* visitHolder(element, surroundings, found);
  else if (name === 'Placemark') found.features.push(readPlacemark(element, surroundings));
  else if (name === 'NetworkLink') addNetworkLink(element, surroundings, found);
  else if (OVERLAYS.has(name)) addStranger(element, 'overlay', surroundings, found);
}

function* visitHolder(
  holder: XmlElement,
  surroundings: KmlSurroundings,
  found: Found,
): ReadingSteps<void> {
  const isFolder = localName(holder) === 'Folder';
  const named = isFolder ? tidyName(childText(holder, 'name')) : '';
  const inside = named === '' ? surroundings : { ...surroundings, layer: named };
  for (const child of holder.children) yield* visit(child, inside, found);
}

function addNetworkLink(element: XmlElement, around: KmlSurroundings, found: Found): void {
  const link = childNamed(element, 'Link') ?? childNamed(element, 'Url');
  const href = link ? childText(link, 'href') : '';
  if (href !== '') found.networkLinks.push(href);
  addStranger(element, 'network-link', around, found);
}

function addStranger(
  element: XmlElement,
  code: string,
  { lines, budget }: KmlSurroundings,
  found: Found,
): void {
  budget.takeFeature();
  const what = tidyName(childText(element, 'name'));
  found.strangers.push({ what, line: lines.lineAt(element.span.start), why: reason(code) });
}

function creatorOf(document: XmlElement): string | null {
  const extended = childNamed(document, 'ExtendedData');
  const data = extended ? [...elementsNamed(extended, 'Data')] : [];
  const creator = data.find((one) => attributeOf(one, 'name') === 'creator');
  return creator ? childText(creator, 'value') : null;
}

const encodingNotes = (warnings: readonly DocumentWarning[]): FoundFile['notes'] =>
  warnings.some(({ code }) => code === 'undeclared-windows-1251') ? [reason('windows-1251')] : [];
