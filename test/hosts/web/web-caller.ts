import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Application, Listener } from '../../../main/application.ts';
import { sendBuiltPage } from '../../../main/hosts/web/send-page.ts';
import { startWebHost, type WebHost } from '../../../main/hosts/web/start-web-host.ts';

type Headers = Readonly<Record<string, string>>;
type Question = Readonly<{ method?: string; headers?: Headers; body?: string }>;
type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>;

/** A program that answers what it was asked, behind the web host, and a browser that was let in. */
export type WebCaller = Readonly<{
  host(): WebHost;
  /** The program's folder; `renderer` in it is what is served. */
  folder(): string;
  announce: Listener;
  /** Headers of the host's own page. */
  own(): Record<string, string>;
  ask(path: string, question?: Question): Promise<Answer>;
  /** Posts the body of a call, as the own page or with other headers. */
  call(body: string, headers?: Headers): Promise<Answer>;
  /** Reads the event stream until the text appears in it, then leaves. */
  listen(until: string, lastEventId?: string): Promise<string>;
}>;

/** Another host for each test of the file that calls this. */
export function webCallerOfTest(): WebCaller {
  let host: WebHost;
  let folder: string;
  let announce: Listener;
  let cookie: string;
  beforeEach(async () => {
    folder = await plantedFolder();
    host = await startHost(folder, (listener) => (announce = listener));
    const { pathname, search } = new URL(host.issueStartAddress());
    const started = await askHost(host, pathname + search);
    cookie = String(started.headers['set-cookie']).split(';')[0]!;
  });
  afterEach(() => host.close());
  const own = (): Record<string, string> => ({ cookie, origin: host.address.slice(0, -1) });
  return {
    host: () => host,
    folder: () => folder,
    announce: (topic, value) => announce(topic, value),
    own,
    ask: (path, question) => askHost(host, path, question),
    call: (body, headers = own()) =>
      askHost(host, '/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      }),
    listen: (until, lastEventId) => listenTo(host, cookie, until, lastEventId),
  };
}

/** A renderer with a page, a script and a link to a secret outside. */
async function plantedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-web-'));
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(renderer, 'index.html'), '<meta name="csp-nonce" content="%CSP_NONCE%" />');
  await writeFile(join(renderer, 'assets', 'app.js'), 'export {};');
  await writeFile(join(folder, 'secret.js'), 'no');
  await symlink(join(folder, 'secret.js'), join(renderer, 'assets', 'link.js'));
  return folder;
}

function startHost(folder: string, hear: (listener: Listener) => void): Promise<WebHost> {
  const application: Application = {
    call: async (topic, input) => ({ ok: true, value: { topic, input } }),
    subscribe: (listener) => {
      hear(listener);
      return () => undefined;
    },
    close: async () => undefined,
  };
  return startWebHost({
    application,
    dataFolder: folder,
    port: 0,
    sendPage: sendBuiltPage(join(folder, 'renderer')),
    explain: (failure) => `explained ${failure.code}`,
    log: () => undefined,
  });
}

function askHost(host: WebHost, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body = '' } = question;
  const port = new URL(host.address).port;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

function listenTo(
  host: WebHost,
  cookie: string,
  until: string,
  lastEventId?: string,
): Promise<string> {
  const headers = {
    cookie,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const port = new URL(host.address).port;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path: '/events', headers },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
          if (!text.includes(until)) return;
          request.destroy();
          resolve(text);
        });
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') reject(error);
    });
    request.end();
  });
}
