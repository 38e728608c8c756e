import { findAsk } from '../../main/answering.ts';
import type { Announce, Client, Contract } from '../../main/contract/index.ts';
import type { Handlers } from '../../main/contract/define.ts';
import type { Outcome } from '../../main/contract/outcome.ts';
import { Failure } from '../../main/domain/failure.ts';
import { createClient } from '../../renderer/bridge/client.ts';
import type { Transport } from '../../renderer/bridge/transport.ts';

/** Answers a test gives, by section and question; whatever is left out fails as not answered. */
export type Answers = { readonly [F in keyof Contract]?: Partial<Handlers<Contract[F]>> };

type AnyAnswers = Readonly<
  Record<string, Readonly<Record<string, (input: unknown) => unknown>> | undefined>
>;

/** A core that says what the test tells it to, through the real client and the real schemas. */
export type FakeCore = Readonly<{
  transport: Transport;
  client: Client;
  announce: Announce;
  /** Topics asked so far, with their parsed inputs. */
  asked: readonly Readonly<{ topic: string; input: unknown }>[];
  downloads: readonly string[];
}>;

function failed(error: unknown): Outcome {
  if (error instanceof Failure) return { ok: false, failure: error.toData() };
  throw error;
}

async function answer(answers: Answers, topic: string, input: unknown): Promise<Outcome> {
  const [section = '', name = ''] = topic.split('.');
  const handler = (answers as AnyAnswers)[section]?.[name];
  if (!handler) throw new Error(`The fake core has no answer for ${topic}`);
  try {
    return { ok: true, value: await handler(input) };
  } catch (error) {
    return failed(error);
  }
}

function parse(topic: string, input: unknown): unknown {
  const question = findAsk(topic);
  if (!question) throw new Error(`The contract has no question ${topic}`);
  return question.input.parse(input);
}

/** Derived from the contract: a wrong topic or input fails the test at once. */
export function createFakeCore(answers: Answers): FakeCore {
  const asked: { topic: string; input: unknown }[] = [];
  const downloads: string[] = [];
  const listeners = new Set<(topic: string, value: unknown) => void>();
  const transport: Transport = {
    call(topic, raw) {
      const input = parse(topic, raw);
      asked.push({ topic, input });
      return answer(answers, topic, input);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    download: (handle) => void downloads.push(handle),
    watchLine: () => () => undefined,
  };
  const announce = (topic: string, value: unknown): void =>
    listeners.forEach((listener) => listener(topic, value));
  return {
    transport,
    client: createClient(transport),
    announce: announce as Announce,
    asked,
    downloads,
  };
}
