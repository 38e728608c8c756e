import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Application } from '../../application.ts';
import { Failure } from '../../domain/failure.ts';
import type { LogEntry } from '../../outside.ts';
import { SECURITY_HEADERS } from '../content-security-policy.ts';
import { tileHost } from '../tile-host.ts';
import { asFailure } from '../thread/as-failure.ts';
import { outcomeJson } from '../thread/outcome-json.ts';
import { answerCall } from './answer-call.ts';
import { answerJson, answerText } from './answer.ts';
import type { EventStream } from './event-stream.ts';
import { isOwnHost, isOwnOrigin } from './request-origin.ts';
import { readBody } from './read-body.ts';
import type { SendPage } from './send-page.ts';
import { sendTransfer } from './send-transfer.ts';
import type { SessionGate } from './session-gate.ts';

const MAX_REPORT_BYTES = 64_000;

/** What a request is answered from. */
export type Serving = Readonly<{
  application: Application;
  dataFolder: string;
  port: number;
  gate: SessionGate;
  events: EventStream;
  sendPage: SendPage;
  /** The text of a failure for a person whose browser asked for a page. */
  explain(failure: Failure): string;
  log(entry: LogEntry): void;
  policyViolated(): void;
}>;

/** Answers one request: own address, session and own page first, whatever is asked. Never rejects. */
export async function answerRequest(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  try {
    await route(serving, request, response);
  } catch (error) {
    const failure = asFailure(error, (entry) => serving.log(entry));
    if (response.headersSent) response.destroy();
    else answerText(response, 500, serving.explain(failure));
  }
}

async function route(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? '';
  const url = new URL(`http://127.0.0.1${safeTarget(request.url)}`);
  if (!isOwnHost(request.headers, serving.port)) {
    return refuse(serving, request, response, 'hosts.foreign-address');
  }
  if (method === 'GET' && url.pathname === '/start') return start(serving, url, request, response);
  if (!serving.gate.knows(request.headers))
    return refuse(serving, request, response, 'hosts.no-session');
  if (!isOwnOrigin(method, request.headers, serving.port)) {
    return refuse(serving, request, response, 'hosts.foreign-page');
  }
  if (method === 'POST') return post(serving, url.pathname, request, response);
  if (method === 'GET') return get(serving, url.pathname, request, response);
  answerText(response, 405, 'Method not allowed');
}

const safeTarget = (target: string | undefined): string =>
  target?.startsWith('/') === true && !target.startsWith('//') ? target : '/';

/** A person who opened the page reads a sentence, a program gets the Outcome. */
function refuse(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  code: string,
): void {
  const failure = new Failure('refused', code);
  if (request.headers.accept?.includes('text/html') === true) {
    return answerText(response, 403, serving.explain(failure));
  }
  answerJson(response, 403, outcomeJson({ ok: false, failure: failure.toData() }));
}

/** The token leaves the address bar at once: it is spent, and the page has a clean address. */
function start(
  serving: Serving,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const cookie = serving.gate.exchange(url.searchParams.get('token') ?? '');
  if (cookie === null && !serving.gate.knows(request.headers)) {
    return refuse(serving, request, response, 'hosts.token-spent');
  }
  if (cookie !== null) response.setHeader('set-cookie', cookie);
  response.writeHead(303, { location: '/' });
  response.end();
}

async function post(
  serving: Serving,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (pathname === '/call') {
    const json = await answerCall(request, serving.application, (entry) => serving.log(entry));
    return answerJson(response, 200, json);
  }
  if (pathname !== '/csp-report') return answerText(response, 404, 'Not found');
  await readBody(request, MAX_REPORT_BYTES).catch(() => '');
  serving.policyViolated();
  serving.log({ level: 'warning', code: 'hosts.policy-violated' });
  answerText(response, 200, '');
}

async function get(
  serving: Serving,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (pathname === '/events') return serving.events.open(request, response);
  const handle = /^\/transfer\/([^/]+)$/.exec(pathname)?.[1];
  const sent =
    handle === undefined
      ? await serving.sendPage(request, response, pathname, () => tileHost(serving.application))
      : await sendTransfer(serving.dataFolder, handle, response);
  if (!sent) answerText(response, 404, 'Not found');
}
