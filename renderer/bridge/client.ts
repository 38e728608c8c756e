import type { Client } from '../../main/contract/index.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { Transport } from './transport.ts';

const NEWS = /^on([A-Z])(.*)$/;

type Listener = (value: unknown) => void;

async function ask(transport: Transport, topic: string, input: unknown): Promise<unknown> {
  const outcome = await transport.call(topic, input);
  if (!outcome.ok) throw Failure.fromData(outcome.failure);
  return outcome.value;
}

function listen(transport: Transport, wanted: string, listener: Listener): () => void {
  return transport.subscribe((topic, value) => {
    if (topic === wanted) listener(value);
  });
}

function entry(transport: Transport, section: string, name: string): unknown {
  const news = NEWS.exec(name);
  if (!news) return (input: unknown) => ask(transport, `${section}.${name}`, input);
  const topic = `${section}.${news[1]!.toLowerCase()}${news[2]!}`;
  return (listener: Listener) => listen(transport, topic, listener);
}

/** A lazily filled object: one value per name, the same value each time; not a promise. */
function named<Value>(make: (name: string) => Value): object {
  const known = new Map<string, Value>();
  return new Proxy(Object.freeze({}), {
    get(_target, name) {
      if (typeof name !== 'string' || name === 'then') return undefined;
      const value = known.get(name) ?? make(name);
      known.set(name, value);
      return value;
    },
  });
}

/**
 * The contract as an object: `client.orders.open(input)` answers or throws a Failure,
 * `client.orders.onChanged(listener)` answers how to stop listening.
 */
export function createClient(transport: Transport): Client {
  const client = named((section) => named((name) => entry(transport, section, name)));
  return client as Client;
}
