import { stackOf } from './domain/stack-of.ts';
import type { Ask } from './contract/define.ts';
import { contract } from './contract/index.ts';
import type { Outcome } from './contract/outcome.ts';
import { Failure } from './domain/failure.ts';
import type { ReaderOutside } from './outside.ts';

const LARGEST_INPUT = 1_048_576;

/** Finds a question of the contract by its topic; undefined for anything else, prototype keys included. */
export function findAsk(topic: unknown): Ask | undefined {
  if (typeof topic !== 'string') return undefined;
  const [section, name, ...rest] = topic.split('.');
  if (rest.length > 0 || section === undefined || name === undefined) return undefined;
  if (!Object.hasOwn(contract, section)) return undefined;
  const entries = contract[section as keyof typeof contract] as Record<
    string,
    Ask | { type: 'announcement' }
  >;
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  return entry?.type === 'ask' ? entry : undefined;
}

/** Handlers by section and name, as features return them. */
export type HandlerTable = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Makes the one `call` of a part: finds the question, checks its input by its schema, runs the
 * handler and turns whatever happens into an Outcome. The only place where a Failure becomes one.
 */
export function answerWith(tables: readonly HandlerTable[], outside: ReaderOutside) {
  const handlers = flatten(tables);
  return async (topic: string, input: unknown): Promise<Outcome> => {
    try {
      const handler = handlers.get(topic);
      const ask = findAsk(topic);
      if (!ask || !handler)
        throw new Failure('invalid', 'contract.unknown-topic', { topic: shownTopic(topic) });
      return { ok: true, value: await handler(readInput(topic, ask, input)) };
    } catch (error) {
      return { ok: false, failure: toFailure(error, topic, outside).toData() };
    }
  };
}

type Told = Pick<ReaderOutside, 'now' | 'log'>;

/** Work that nobody waits for: what goes wrong in it is logged like any other bug, under its name. */
export function runUnasked(work: Promise<unknown>, name: string, outside: Told): void {
  work.catch((error) => toFailure(error, name, outside));
}

/** Hosts carry whatever a window sends, also a topic that is no text. */
const shownTopic = (topic: unknown): string =>
  typeof topic === 'string' ? topic.slice(0, 100) : typeof topic;

type Handler = (input: unknown) => unknown;

function flatten(tables: readonly HandlerTable[]): ReadonlyMap<string, Handler> {
  const all = new Map<string, Handler>();
  for (const table of tables) {
    for (const [section, handlers] of Object.entries(table)) {
      for (const [name, handler] of Object.entries(handlers)) {
        all.set(`${section}.${name}`, handler as Handler);
      }
    }
  }
  return all;
}

function readInput(topic: string, ask: Ask, input: unknown): unknown {
  if (isTooLarge(input)) throw new Failure('invalid', 'contract.too-large', { topic });
  const read = ask.input.safeParse(input);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const detail = `${issue?.path.join('.') || 'input'} (${issue?.code ?? 'unknown'})`;
  throw new Failure('invalid', 'contract.bad-input', { topic, detail: detail.slice(0, 200) });
}

function isTooLarge(input: unknown): boolean {
  try {
    return (JSON.stringify(input)?.length ?? 0) > LARGEST_INPUT;
  } catch {
    return true;
  }
}

function toFailure(error: unknown, topic: string, outside: Told): Failure {
  if (error instanceof Failure) return error;
  const reference = `E${outside.now().toString(36)}${Math.trunc(Math.random() * 46_656).toString(36)}`;
  const stack = stackOf(error);
  outside.log({ level: 'error', code: 'unexpected', params: { topic }, stack, reference });
  return new Failure(
    'unexpected',
    'contract.unexpected',
    { reference },
    { cause: error, reference },
  );
}
