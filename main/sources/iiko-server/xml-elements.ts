import { unescapeXml } from '../unescape-xml.ts';

/**
 * Texts of the innermost elements of that name. The server's XML is flat and small
 * (`iiko-api.md` 3.4); what is unescaped or cut off in it costs only its own element.
 */
export function elementsOf(xml: string, name: string): readonly string[] {
  const pattern = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}\\s*>`, 'g');
  return [...xml.matchAll(pattern)].map(([, inside = '']) => inside);
}

/** Whether the document ends with the element that it begins with: half an answer does not. */
export function isWholeXml(xml: string): boolean {
  const root = /<([A-Za-z][\w.-]*)[\s>]/.exec(xml)?.[1];
  return root !== undefined && xml.trimEnd().endsWith(`</${root}>`);
}

/** The text of the first element of that name, unescaped and trimmed; null when there is none. */
export function elementText(xml: string, name: string): string | null {
  const [inside] = elementsOf(xml, name);
  return inside === undefined ? null : unescapeXml(inside.trim());
}
