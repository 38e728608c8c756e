import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Application } from '../../application.ts';

const KEPT_EVENTS = 2000;
const KEPT_CHARS = 8_000_000;
const MAX_WAITING_BYTES = 8_000_000;
const HEARTBEAT_MS = 15_000;

type Event = Readonly<{ number: number; text: string }>;

export type EventStream = Readonly<{
  /** Answers with the stream, from the event after `Last-Event-ID` on. */
  open(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}>;

/**
 * Announcements as server-sent events with numbers. A browser that lost the line gets what it missed;
 * one that missed more than is kept (or outlived the program) gets `reset` and must read again.
 */
export function openEventStream(application: Application): EventStream {
  const boot = randomUUID().slice(0, 8);
  const kept: Event[] = [];
  const open = new Set<ServerResponse>();
  let keptChars = 0;
  let last = 0;
  const stop = application.subscribe((topic, value) => {
    last += 1;
    const text = `id: ${boot}-${last}\ndata: ${JSON.stringify({ topic, value })}\n\n`;
    kept.push({ number: last, text });
    keptChars += text.length;
    while (kept.length > KEPT_EVENTS || (keptChars > KEPT_CHARS && kept.length > 1)) {
      keptChars -= kept.shift()?.text.length ?? 0;
    }
    for (const response of open) send(response, text);
  });
  const heartbeat = setInterval(
    () => open.forEach((one) => send(one, ': alive\n\n')),
    HEARTBEAT_MS,
  );
  heartbeat.unref();
  return {
    open: (request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      const from = `${boot}-${last}`;
      send(response, resume(request.headers['last-event-id'], boot, last, kept, from));
      open.add(response);
      response.once('close', () => open.delete(response));
    },
    close: () => {
      clearInterval(heartbeat);
      stop();
      for (const response of open) response.end();
    },
  };
}

function resume(
  header: string | string[] | undefined,
  boot: string,
  last: number,
  kept: readonly Event[],
  here: string,
): string {
  const start = `retry: 1000\nid: ${here}\nevent: opened\ndata: {}\n\n`;
  if (typeof header !== 'string' || header === '') return start;
  const [theirBoot, text] = header.split('-');
  const seen = Number(text);
  const oldest = kept[0]?.number ?? last + 1;
  if (theirBoot !== boot || !Number.isInteger(seen) || seen > last || seen + 1 < oldest) {
    return `${start}event: reset\ndata: {}\n\n`;
  }
  return (
    kept
      .filter((event) => event.number > seen)
      .map((event) => event.text)
      .join('') || ': resumed\n\n'
  );
}

/** A browser that stopped reading is cut off: it resumes by number instead of filling our memory. */
function send(response: ServerResponse, text: string): void {
  if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
  else response.write(text);
}
