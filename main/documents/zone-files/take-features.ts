import { createHash } from 'node:crypto';
import type { DeliveryZone } from '../../domain/zones/delivery-zone.ts';
import type {
  ImportedFeature,
  ImportReason,
  TakenFeature,
  ZoneFileFormat,
  ZoneImport,
} from '../../domain/zones/zone-import.ts';
import { reason, type FoundFeature, type FoundFile, type FoundShapes } from './found-feature.ts';
import { firstLine, tidyName } from './plain-text.ts';
import { refuseWithoutZones } from './refuse-without-zones.ts';
import { ZONE_FILE_LIMITS } from './zone-file-limits.ts';

/**
 * Makes zones of what a file holds and tells of every feature what became of it. A file without a
 * single zone is a `Failure` that says what it holds instead. Ids are the same for the same names
 * in the same order, so that a map brought again finds its zones; they are unique in one file only.
 */
export function takeFeatures(format: ZoneFileFormat, file: FoundFile): ZoneImport {
  const taken: TakenFeature[] = [];
  const changed: ZoneImport['report']['changed'][number][] = [];
  const skipped: ZoneImport['report']['skipped'][number][] = [];
  const zones: DeliveryZone[] = [];
  const ids = new IdsOfNames();
  for (const feature of file.features) {
    const { name, changes } = nameOf(feature, file.isOwn);
    const told = { what: toldAs(name, feature), ...placeOf(feature) };
    const why = whySkipped(feature.shapes);
    if (why) {
      skipped.push({ ...told, why });
      continue;
    }
    const id = ids.take(feature.zoneId, name);
    zones.push({ id, name, colour: feature.colour, parts: feature.shapes.parts });
    taken.push({ ...told, zoneId: id });
    const all = onceEach([...changes, ...feature.shapes.changes, ...leftOut(feature.shapes)]);
    changed.push(...all.map((change) => ({ ...told, zoneId: id, why: change })));
  }
  for (const { what, line, why } of file.strangers)
    skipped.push({ what, line, number: 0, layer: null, why });
  if (zones.length === 0) refuseWithoutZones(file, skipped);
  const notes = [...file.notes, ...descriptionNote(file)];
  return { zones, report: { format, title: file.title, taken, changed, skipped, notes } };
}

const placeOf = ({ number, line, layer }: FoundFeature): Omit<ImportedFeature, 'what'> => ({
  number,
  line,
  layer,
});

const toldAs = (name: string, { description }: FoundFeature): string =>
  name || firstLine(description ?? '').slice(0, ZONE_FILE_LIMITS.nameLength);

/** Null when the feature becomes a zone: every one of its areas can be read. */
function whySkipped({ parts, others, broken }: FoundShapes): ImportReason | null {
  const [first] = broken;
  if (first) return first;
  if (parts.length > 0) return null;
  const [shape] = others;
  return reason(shape ?? 'no-geometry');
}

function leftOut({ others }: FoundShapes): readonly ImportReason[] {
  return others.length === 0 ? [] : [reason('shapes-left-out', { count: others.length })];
}

const onceEach = (changes: readonly ImportReason[]): ImportReason[] =>
  changes.filter(({ code }, at) => changes.findIndex((one) => one.code === code) === at);

/** The zone's name: where names are, else the first line of the description (`iiko-local.md` 2.4). */
function nameOf(
  { name, description }: FoundFeature,
  isOwn: boolean,
): Readonly<{ name: string; changes: readonly ImportReason[] }> {
  if (isOwn) return { name: name ?? '', changes: [] };
  const written = tidyName(name ?? '');
  if (written !== '') return shortened(written, written === name?.trim() ? [] : ['name-tidied']);
  const told = firstLine(description ?? '');
  return told === '' ? { name: '', changes: [reason('no-name')] } : shortened(told, ['name-told']);
}

function shortened(
  name: string,
  codes: readonly string[],
): Readonly<{ name: string; changes: readonly ImportReason[] }> {
  const most = ZONE_FILE_LIMITS.nameLength;
  const changes = codes.map((code) => reason(code));
  if (name.length <= most) return { name, changes };
  const cut = name.slice(0, most).toWellFormed().trim();
  return { name: cut, changes: [...changes, reason('name-cut', { most })] };
}

/** A zone of ours has no description: what else stood there is lost, and that is told once. */
function descriptionNote({ features, isOwn }: FoundFile): ImportReason[] {
  if (isOwn) return [];
  const count = features.filter(losesDescription).length;
  return count === 0 ? [] : [reason('descriptions-left-out', { count })];
}

/** A description of one line that became the name is not lost. */
function losesDescription({ shapes, name, description }: FoundFeature): boolean {
  const whole = tidyName(description ?? '');
  if (whySkipped(shapes) || whole === '') return false;
  const became = tidyName(name ?? '') === '' && whole === firstLine(description ?? '');
  return !became;
}

/** Gives ids that are unique in one file and the same whenever the names are the same. */
class IdsOfNames {
  private readonly given = new Set<string>();
  private readonly counts = new Map<string, number>();

  take(own: string | null, name: string): string {
    const id = own === null || this.given.has(own) ? this.made(name) : own;
    this.given.add(id);
    return id;
  }

  private made(name: string): string {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    const hash = createHash('sha256').update(`${count}\n${name}`).digest('hex').slice(0, 32);
    return this.given.has(hash) ? this.made(name) : hash;
  }
}
