import { decodeDocument } from '../../documents/text-encoding/decode-document.ts';

/**
 * The text of a provisioning file in whatever the administrator's editor or PowerShell wrote: UTF-8,
 * UTF-16 or windows-1251. What is damaged is left to be found where it stands.
 */
export function fileText(bytes: Uint8Array): string {
  try {
    return decodeDocument(bytes, null).text;
  } catch {
    return Buffer.from(bytes).toString('utf8');
  }
}
