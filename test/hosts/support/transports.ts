import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import { createApplication, type Application, type Listener } from '../../../main/application.ts';
import { CHANNELS } from '../../../main/contract/channels.ts';
import type { Outcome } from '../../../main/contract/outcome.ts';
import { carryAnnouncements, carryCalls } from '../../../main/hosts/electron/carry-messages.ts';
import { PAGE_ADDRESS } from '../../../main/hosts/electron/page-address.ts';
import { keyFileSeal } from '../../../main/hosts/node/key-file-seal.ts';
import { nodeCoreOptions } from '../../../main/hosts/node/node-core-options.ts';
import { sleep } from '../../../main/hosts/node/sleep.ts';
import { startCore } from '../../../main/hosts/thread/start-core.ts';
import { startWebHost } from '../../../main/hosts/web/start-web-host.ts';

/** One way from a window to the core, with the real core at its end. */
export type TestTransport = Readonly<{
  call(topic: unknown, input: unknown): Promise<Outcome>;
  subscribe(listener: Listener): void;
  close(): Promise<void>;
}>;

export const TRANSPORTS: Readonly<Record<string, () => Promise<TestTransport>>> = {
  'in process': async () => plain(await inProcess()),
  thread: async () => plain(await inThreads()),
  web: async () => overHttp(await inThreads()),
  electron: async () => overMessages(await inThreads()),
};

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'desk-host-'));

async function inProcess(): Promise<Application> {
  const dataFolder = await newFolder();
  return createApplication({
    host: 'test',
    dataFolder,
    now: Date.now,
    log: () => undefined,
    fetch: globalThis.fetch,
    sleep,
    random: Math.random,
    startDemo: null,
    scheduled: false,
    localIikoRoots: [],
    ...keyFileSeal(join(dataFolder, 'seal.key')),
  });
}

async function inThreads(): Promise<Application> {
  return startCore({ ...nodeCoreOptions('test', await newFolder(), false), startDemo: null });
}

const plain = (application: Application): TestTransport => ({
  call: (topic, input) => application.call(topic as string, input),
  subscribe: (listener) => void application.subscribe(listener),
  close: () => application.close(),
});

/** What the browser does: token, cookie, POST, event stream. */
async function overHttp(application: Application): Promise<TestTransport> {
  const host = await startWebHost({
    application,
    dataFolder: await newFolder(),
    port: 0,
    sendPage: async () => false,
    explain: (failure) => failure.code,
    log: () => undefined,
  });
  const started = await fetch(host.issueStartAddress(), { redirect: 'manual' });
  const cookie = started.headers.get('set-cookie')!.split(';')[0]!;
  const origin = host.address.slice(0, -1);
  const leave = new AbortController();
  return {
    call: async (topic, input) => {
      const headers = { cookie, origin, 'content-type': 'application/json' };
      const body = JSON.stringify({ topic, input });
      const response = await fetch(`${host.address}call`, { method: 'POST', headers, body });
      return (await response.json()) as Outcome;
    },
    subscribe: (listener) => void listen(host.address, cookie, listener, leave.signal),
    close: async () => {
      leave.abort();
      await host.close();
      await application.close();
    },
  };
}

async function listen(
  address: string,
  cookie: string,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  try {
    const response = await fetch(`${address}events`, { headers: { cookie }, signal });
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop()!;
      for (const event of events) tell(event, listener);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function tell(event: string, listener: Listener): void {
  const data = /^data: (\{"topic".*)$/m.exec(event)?.[1];
  if (data === undefined) return;
  const { topic, value } = JSON.parse(data) as { topic: string; value: unknown };
  listener(topic, value);
}

type Handler = (event: IpcMainInvokeEvent, topic: unknown, input: unknown) => Promise<Outcome>;

/** The Electron host's own carrying, with the message channel played by structured copies. */
function overMessages(application: Application): TestTransport {
  let handler: Handler | null = null;
  const listeners: Listener[] = [];
  carryCalls({ handle: (_channel, given) => void (handler = given as Handler) }, application);
  const send = (channel: string, ...args: unknown[]): void => {
    const [topic, value] = structuredClone(args) as [string, unknown];
    if (channel === CHANNELS.announcement) listeners.forEach((hear) => hear(topic, value));
  };
  carryAnnouncements(application, () => [{ webContents: { send, isDestroyed: () => false } }]);
  const mainFrame = { url: PAGE_ADDRESS };
  const event = { senderFrame: mainFrame, sender: { mainFrame } } as unknown as IpcMainInvokeEvent;
  return {
    call: async (topic, input) =>
      structuredClone(await handler!(event, topic, structuredClone(input))),
    subscribe: (listener) => void listeners.push(listener),
    close: () => application.close(),
  };
}
