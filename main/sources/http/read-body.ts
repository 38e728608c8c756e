import { isUtf8 } from 'node:buffer';

/** The bytes of a body; null when there were more than allowed (reading stops there). */
export async function readBody(response: Response, maxBytes: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return Buffer.alloc(0);
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** A body's length on the line and its text as UTF-8; null text: the bytes are none in their charset. */
export type BodyText = Readonly<{ bytes: number; text: Buffer | null }>;

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/**
 * Reads a body as text of the charset its content type names (UTF-8 when it names none or an unknown
 * one). The text stays bytes: as a string a large one takes twice the memory. Null when there were
 * more than allowed (reading stops there).
 */
export async function readText(response: Response, maxBytes: number): Promise<BodyText | null> {
  const body = await readBody(response, maxBytes);
  if (body === null) return null;
  return { bytes: body.length, text: toUtf8(body, response.headers.get('content-type') ?? '') };
}

function toUtf8(body: Buffer, contentType: string): Buffer | null {
  const decoder = decoderFor(contentType);
  if (decoder.encoding === 'utf-8') return isUtf8(body) ? withoutMark(body) : null;
  try {
    return Buffer.from(decoder.decode(body));
  } catch {
    return null;
  }
}

const withoutMark = (text: Buffer): Buffer =>
  text.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? text.subarray(BYTE_ORDER_MARK.length)
    : text;

function decoderFor(contentType: string): TextDecoder {
  const label = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}
