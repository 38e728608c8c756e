import type { Outcome } from '../../main/contract/outcome.ts';
import { openEventLine } from './event-line.ts';
import { saveFile } from './save-file.ts';
import type { Transport } from './transport.ts';

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

/** A browser on the same PC: questions by POST, announcements by an event stream. */
export function createWebTransport(): Transport {
  return { call: post, ...openEventLine(), download: saveFile };
}
