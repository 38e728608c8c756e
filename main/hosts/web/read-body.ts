import type { IncomingMessage } from 'node:http';
import { Failure } from '../../domain/failure.ts';

/** The request's body as text; rejects with `invalid` when it is longer than the limit. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  const tooLong = new Failure('invalid', 'hosts.body-too-long', { maxBytes });
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLong;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw tooLong;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
