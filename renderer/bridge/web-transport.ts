import type { Outcome } from '../../main/contract/outcome.ts';
import { saveFile } from './save-file.ts';
import type { Transport } from './transport.ts';

type News = Readonly<{ topic: string; value: unknown }>;
type Listener = (topic: string, value: unknown) => void;

const unreachable: Outcome = {
  ok: false,
  failure: { kind: 'unreachable', code: 'bridge.core-unreachable', params: {} },
};

async function post(topic: string, input: unknown): Promise<Outcome> {
  try {
    const response = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ topic, input }),
    });
    return (await response.json()) as Outcome;
  } catch {
    return unreachable;
  }
}

/** One event stream for all listeners: a browser allows few connections to one address. */
function openStream(): (listener: Listener) => () => void {
  const listeners = new Set<Listener>();
  let stream: EventSource | null = null;
  const hear = (event: MessageEvent<string>): void => {
    const { topic, value } = JSON.parse(event.data) as News;
    for (const listener of listeners) listener(topic, value);
  };
  return (listener) => {
    listeners.add(listener);
    if (!stream) {
      stream = new EventSource('/events');
      stream.addEventListener('message', hear);
    }
    return () => listeners.delete(listener);
  };
}

/** A browser on the same PC: questions by POST, announcements by an event stream. */
export function createWebTransport(): Transport {
  return { call: post, subscribe: openStream(), download: saveFile };
}
