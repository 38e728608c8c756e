import type { ConfigField, ConfigForm } from '../../contract/config-files.ts';
import { decodedOf, type ConfigDocument } from '../../documents/iiko-files/open-config.ts';
import { checkConfig } from '../../domain/config-files/check-config.ts';
import { catalogueOf, knownElement } from '../../domain/config-files/config-catalogue.ts';
import type { ConfigElement } from '../../domain/config-files/config-element.ts';
import type { ConfigEntry } from '../../domain/config-files/config-entry.ts';
import type { ConfigFinding, FindingCode } from '../../domain/config-files/config-finding.ts';
import type { ConfigSurroundings } from '../../domain/config-files/config-topology.ts';

/** How a document is written. */
export function formOf(document: ConfigDocument): ConfigForm {
  const { encoding, bom, newline } = decodedOf(document);
  return { encoding, bom, newline, root: document.root };
}

/** What the rules and the decoding have to say of a document, the worst first. */
export function findingsOf(
  document: ConfigDocument,
  around: ConfigSurroundings,
): readonly ConfigFinding[] {
  const doubts = decodedOf(document).warnings.map(({ code, params }): ConfigFinding => ({
    level: 'warning',
    code: `encoding-${code}` as FindingCode,
    element: null,
    params,
  }));
  const found = checkConfig(document.kind, document.entries, around);
  return [
    ...found.filter(({ level }) => level === 'error'),
    ...doubts,
    ...found.filter(({ level }) => level !== 'error'),
  ];
}

/** Known elements first, in the catalogue's order, absent ones included; then those not known to us. */
export function fieldsOf(
  { kind, entries }: ConfigDocument,
  around: ConfigSurroundings,
): readonly ConfigField[] {
  const known = catalogueOf(kind).filter(({ value }) => value.type !== 'group');
  const fields = known.flatMap((element) => {
    const own = entries.filter(({ path }) => path === element.path);
    return own.length > 0
      ? own.map((entry) => field(entry.path, entry, element, around))
      : [field(element.path, null, element, around)];
  });
  const foreign = entries.filter((entry) => !entry.group && !knownElement(kind, entry.path));
  return [...fields, ...foreign.map((entry) => field(entry.path, entry, null, around))];
}

function field(
  path: string,
  entry: ConfigEntry | null,
  element: ConfigElement | null,
  around: ConfigSurroundings,
): ConfigField {
  const current = entry && !entry.nil ? entry.value.trim() : null;
  return {
    element: entry?.address ?? path,
    value: entry === null ? null : entry.value,
    nil: entry?.nil ?? false,
    known: element && withoutAdvice(element),
    recommended: element?.recommend(around, current) ?? null,
    line: entry?.line ?? null,
  };
}

/** A function does not cross to the window. */
function withoutAdvice({
  recommend: _recommend,
  ...plain
}: ConfigElement): Omit<ConfigElement, 'recommend'> {
  return plain;
}
