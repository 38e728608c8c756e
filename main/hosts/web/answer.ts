import type { ServerResponse } from 'node:http';

/** Ends the answer with plain text; what was still being sent to us is dropped. */
export function answerText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

/** `json` is written down already, as UTF-8. */
export function answerJson(response: ServerResponse, status: number, json: Uint8Array): void {
  const type = 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'content-length': json.byteLength });
  response.end(json);
}
