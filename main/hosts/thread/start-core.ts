import { findAsk } from '../../answering.ts';
import type { Application, Listener } from '../../application.ts';
import type { Lane } from '../../contract/define.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { Failure } from '../../domain/failure.ts';
import type { DemoAccess, HostName, LogEntry } from '../../outside.ts';
import type { HostFetch } from './host-fetch.ts';
import type { HostRequest, WorkerOptions } from './messages.ts';
import { outcomeJson } from './outcome-json.ts';
import { Part } from './part.ts';
import { workerFile } from './worker-file.ts';

export type CoreOptions = Readonly<{
  host: HostName;
  dataFolder: string;
  /** Whether sync runs by its own timetable. */
  scheduled: boolean;
  localIikoRoots: readonly string[];
  seal(secret: string): Promise<Uint8Array>;
  unseal(sealed: Uint8Array): Promise<string | null>;
  startDemo: (() => Promise<DemoAccess>) | null;
  log(entry: LogEntry): void;
  /** How requests go out where the host knows better than Node: the system's proxy and certificates. */
  fetch?: HostFetch;
  /** The shift of a `SharedClock` instead of the PC's clock. */
  clock?: SharedArrayBuffer;
  /** Other worker files, for tests of the threads themselves. */
  workers?: Readonly<{ core: URL; reader: URL }>;
}>;

const closed: Outcome = { ok: false, failure: new Failure('unexpected', 'hosts.closed').toData() };

/**
 * Starts the application in its threads (writer, lists and, when first asked, reports) and answers
 * as one. Rejects with the Failure that kept the store from opening.
 */
export async function startCore(options: CoreOptions): Promise<Application> {
  const listeners = new Set<Listener>();
  const announce: Listener = (topic, value) => {
    for (const listener of listeners) listener(topic, value);
  };
  const storeOpen = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const open = (lane: Lane): Part => openPart(options, lane, storeOpen, announce);
  const [core, list] = [open('core'), open('list')];
  let report: Part | null = null;
  // The reader loads meanwhile and opens a store that the core has already migrated.
  const inUse = await core.ready().then(
    () => null,
    (error: unknown) => inUseElsewhere(options, error),
  );
  release(storeOpen);
  if (inUse) await core.close();
  await readyOrClosed(inUse ? [list] : [core, list]);
  let closing = false;
  // Long reads get their thread with the first of them: a start has no time for it.
  const partOf = (lane: Lane): Part => {
    if (lane === 'report') return (report ??= open('report'));
    return lane === 'core' ? core : list;
  };
  return {
    ...callsThrough((topic) => (closing ? closed : route(partOf, topic, inUse))),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      closing = true;
      await Promise.all([list.close(), report?.close()]);
      await core.close();
    },
  };
}

/** What a command may still read while another program works with the folder; null: not that. */
function inUseElsewhere({ host }: CoreOptions, error: unknown): Outcome | null {
  const inUse = error instanceof Failure && error.code === 'store.in-use';
  return inUse && host === 'command-line' ? { ok: false, failure: error.toData() } : null;
}

function release(storeOpen: SharedArrayBuffer): void {
  const flag = new Int32Array(storeOpen);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

async function readyOrClosed(parts: readonly Part[]): Promise<void> {
  try {
    await Promise.all(parts.map((part) => part.ready()));
  } catch (error) {
    await Promise.all(parts.map((part) => part.close()));
    throw error;
  }
}

/** The part that answers a question, or the answer where none does. */
function route(partOf: (lane: Lane) => Part, topic: string, inUse: Outcome | null): Part | Outcome {
  const ask = findAsk(topic);
  if (ask?.lane === 'core' && inUse) return inUse;
  if (ask) return partOf(ask.lane);
  const shown = typeof topic === 'string' ? topic.slice(0, 100) : typeof topic;
  return {
    ok: false,
    failure: new Failure('invalid', 'contract.unknown-topic', { topic: shown }).toData(),
  };
}

function callsThrough(
  find: (topic: string) => Part | Outcome,
): Required<Pick<Application, 'call' | 'callAsJson'>> {
  return {
    call: async (topic, input) => {
      const found = find(topic);
      return found instanceof Part ? found.call(topic, input) : found;
    },
    callAsJson: async (topic, input) => {
      const found = find(topic);
      return found instanceof Part ? found.callAsJson(topic, input) : outcomeJson(found);
    },
  };
}

function openPart(
  options: CoreOptions,
  lane: Lane,
  storeOpen: SharedArrayBuffer,
  announce: Listener,
): Part {
  const data: WorkerOptions = {
    host: options.host,
    dataFolder: options.dataFolder,
    scheduled: options.scheduled,
    localIikoRoots: options.localIikoRoots,
    demo: options.startDemo !== null,
    hostFetch: options.fetch !== undefined,
    lane,
    storeOpen,
    clock: options.clock ?? null,
  };
  const file = options.workers
    ? options.workers[lane === 'core' ? 'core' : 'reader']
    : workerFile(lane === 'core' ? 'core-worker' : 'reader-worker');
  const answer = (request: HostRequest): Promise<unknown> => answerPart(options, request);
  return new Part({ file, data, answer, announce, log: (entry) => options.log(entry) });
}

function answerPart(options: CoreOptions, request: HostRequest): Promise<unknown> {
  switch (request.what) {
    case 'seal':
      return options.seal(request.secret);
    case 'unseal':
      return options.unseal(request.sealed);
    case 'startDemo':
      if (!options.startDemo) return Promise.reject(new Failure('refused', 'hosts.no-demo'));
      return options.startDemo();
    case 'fetch':
      if (!options.fetch) return Promise.reject(new Failure('refused', 'hosts.no-fetch'));
      return options.fetch(request.request);
    default:
      return assertNever(request);
  }
}
