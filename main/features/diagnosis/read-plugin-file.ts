import { readConfined } from '../../documents/iiko-files/confined-read.ts';
import type { IikoFile } from '../../documents/iiko-files/iiko-file.ts';
import { openXml } from '../../documents/xml/open-xml.ts';
import type { XmlDocument } from '../../documents/xml/xml-document.ts';
import type {
  Elements,
  PluginFileEvidence,
  RefusedReason,
} from '../../domain/diagnosis/diagnosis-evidence.ts';
import { Failure } from '../../domain/failure.ts';
import type { FoundFiles } from './find-till.ts';

/** Codes of the reader, as a diagnosis tells them; all others mean «not well-formed». */
const REASONS: ReadonlyMap<string, RefusedReason> = new Map([
  ['document.empty', 'empty'],
  ['document.nulled', 'nul-filled'],
  ['document.too-large', 'too-large'],
  ['config-files.too-large', 'too-large'],
  ['document.unknown-encoding', 'unknown-encoding'],
  ['document.damaged-characters', 'unknown-encoding'],
  ['document.xml.doctype', 'forbidden-markup'],
  ['document.xml.entity', 'forbidden-markup'],
  ['document.xml.wrong-root', 'wrong-root'],
  ['document.xml.two-roots', 'two-roots'],
]);

/** Reads `deliveryPluginConfig.xml` of the till, or says why there is none. */
export async function readPluginFile(found: FoundFiles): Promise<PluginFileEvidence> {
  const file = found.files.find(({ kind }) => kind === 'delivery-plugin');
  if (!file) return absentFile(found);
  try {
    const xml = await openIikoXml(file);
    const { path, modifiedAt } = file;
    if (isMisread(xml)) return { type: 'refused', path, reason: 'wrong-encoding', line: 1 };
    return { type: 'read', path, modifiedAt, elements: elementsOf(xml.root) };
  } catch (error) {
    return refusedFile(file.path, error);
  }
}

/**
 * We read windows-1251 that calls itself UTF-8 (or nothing, which is UTF-8); to the plugin such bytes
 * are a fatal error (XML 1.0, 4.3.3). A script that saved the file «as ANSI» leaves it so.
 */
const isMisread = ({ encoding, warnings }: XmlDocument): boolean =>
  encoding === 'windows-1251' &&
  warnings.some(({ code }) => code === 'declared-otherwise' || code === 'undeclared-windows-1251');

function absentFile({ searched, till, all, absent }: FoundFiles): PluginFileEvidence {
  const closed = absent.find(
    ({ reason }) => reason === 'folder-unreadable' || reason === 'archive-unreadable',
  );
  if (closed && !till) {
    return { type: 'unreadable', path: closed.place, detail: 'folder' };
  }
  const office = all.some(({ kind }) => kind === 'backclient');
  return { type: 'absent', searched, seen: till ? 'till' : office ? 'office' : 'nothing' };
}

function refusedFile(path: string, error: unknown): PluginFileEvidence {
  if (!(error instanceof Failure)) throw error;
  const { code, params } = error;
  if (code === 'config-files.unreadable' || code === 'config-files.gone') {
    return { type: 'unreadable', path, detail: String(params['detail'] ?? code) };
  }
  if (code === 'config-files.outside-root') return { type: 'unreadable', path, detail: 'link' };
  const reason = REASONS.get(code) ?? 'not-well-formed';
  return { type: 'refused', path, reason, line: Number(params['line'] ?? 1) };
}

/** Values of the till's own `config.xml` and of other terminals; nothing when it can not be read. */
export async function readElements(file: IikoFile | undefined): Promise<Elements> {
  if (!file) return {};
  try {
    return elementsOf((await openIikoXml(file)).root);
  } catch (error) {
    if (error instanceof Failure) return {};
    throw error;
  }
}

const openIikoXml = async ({ root, path }: IikoFile): Promise<XmlDocument> =>
  openXml(await readConfined(root, path), { root: 'config' });

function elementsOf({ children }: XmlDocument['root']): Elements {
  const elements: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const { name, trimmed, nil } of children) {
    if (!nil) (elements[name] ??= []).push(trimmed);
  }
  return elements;
}
