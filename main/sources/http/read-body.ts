/** The bytes of a body; null when there were more than allowed (reading stops there). */
export async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return new Uint8Array(0);
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** A body's length and its text; null text: the bytes are none in their charset. */
export type BodyText = Readonly<{ bytes: number; text: string | null }>;

/**
 * Reads a body as text of the charset its content type names (UTF-8 when it names none or an unknown
 * one), piece by piece: a large one never lies in memory as bytes. Null when there were more than
 * allowed (reading stops there).
 */
export async function readText(response: Response, maxBytes: number): Promise<BodyText | null> {
  const decoder = decoderFor(response.headers.get('content-type') ?? '');
  const parts: string[] = [];
  let bytes = 0;
  let garbled = false;
  const decode = (chunk?: Uint8Array): void => {
    try {
      if (!garbled) parts.push(decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      garbled = true;
    }
  };
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    decode(chunk);
  }
  decode();
  return { bytes, text: garbled ? null : parts.join('') };
}

function decoderFor(contentType: string): TextDecoder {
  const label = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return new TextDecoder('utf-8', { fatal: true });
  }
}
