import type { IncomingMessage } from 'node:http';
import type { Application } from '../../application.ts';
import { Failure } from '../../domain/failure.ts';
import type { LogEntry } from '../../outside.ts';
import { asFailure } from '../thread/as-failure.ts';
import { outcomeJson } from '../thread/outcome-json.ts';
import { readBody } from './read-body.ts';

/** A little more than the contract's own limit, which then answers by name. */
const MAX_BODY_BYTES = 4_200_000;

/** `POST /call` with `{ topic, input }`: the core's Outcome as JSON, never an exception. */
export async function answerCall(
  request: IncomingMessage,
  application: Application,
  log: (entry: LogEntry) => void,
): Promise<Uint8Array> {
  try {
    const { topic, input } = readCall(request, await readBody(request, MAX_BODY_BYTES));
    if (application.callAsJson) return await application.callAsJson(topic, input);
    return outcomeJson(await application.call(topic, input));
  } catch (error) {
    return outcomeJson({ ok: false, failure: asFailure(error, log).toData() });
  }
}

function readCall(request: IncomingMessage, body: string): { topic: string; input: unknown } {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(type)) throw new Failure('invalid', 'hosts.not-json');
  const call = parse(body);
  if (typeof call !== 'object' || call === null || !Object.hasOwn(call, 'topic')) {
    throw new Failure('invalid', 'hosts.not-a-call');
  }
  const { topic, input } = call as { topic: unknown; input?: unknown };
  if (typeof topic !== 'string') throw new Failure('invalid', 'hosts.not-a-call');
  return { topic, input };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new Failure('invalid', 'hosts.not-json');
  }
}
