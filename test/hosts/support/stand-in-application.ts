import { findAsk } from '../../../main/answering.ts';
import type { Application, Listener } from '../../../main/application.ts';
import type { Lane } from '../../../main/contract/define.ts';
import type { Outcome } from '../../../main/contract/outcome.ts';
import { Failure } from '../../../main/domain/failure.ts';
import type { Outside, ReaderOutside } from '../../../main/outside.ts';

const refuse = (failure: Failure): Outcome => ({ ok: false, failure: failure.toData() });

/**
 * Answers every topic of its lane with what came in, so that a test sees what a host carried.
 * A few searches of `orders.exportCsv`-like topics would need a store: the real one is tested with them.
 */
export function standInApplication(lane: Lane, outside: Outside | ReaderOutside): Application {
  const listeners = new Set<Listener>();
  const announce: Listener = (topic, value) => {
    for (const listener of listeners) listener(topic, value);
  };
  const answer = async (topic: string, input: unknown): Promise<Outcome> => {
    const { name } = input as { name?: string };
    if (name === 'crash') process.exit(3);
    if (name === 'hang') return new Promise(() => undefined);
    if (name === 'slow') await new Promise((resolve) => setTimeout(resolve, 300));
    if (name === 'announce') announce('settings.changed', { lane });
    if (name === 'throw') throw new Error('a bug with +7 916 123-45-67');
    if (name === 'no-clone') return { ok: true, value: () => 1 };
    if (name === 'log') outside.log({ level: 'info', code: 'test.line' });
    if (name === 'seal') return { ok: true, value: await sealed(outside as Outside) };
    if (name === 'demo') return { ok: true, value: await (outside as Outside).startDemo?.() };
    if (name === 'now') return { ok: true, value: outside.now() };
    return { ok: true, value: { lane, topic, input } };
  };
  return {
    call: async (topic, input) => {
      const ask = typeof topic === 'string' ? findAsk(topic) : undefined;
      if (ask?.lane !== lane) return refuse(new Failure('invalid', 'core.unknown-topic'));
      return answer(topic, input ?? {});
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => listeners.clear(),
  };
}

async function sealed(outside: Outside): Promise<unknown> {
  const bytes = await outside.seal('secret');
  return { bytes, opened: await outside.unseal(bytes), lost: await outside.unseal(bytes.slice(1)) };
}
