import { Worker } from 'node:worker_threads';
import { assertNever } from '../../domain/assert-never.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { LogEntry } from '../../outside.ts';
import { asFailure } from './as-failure.ts';
import type { FromWorker, HostRequest, ToWorker, WorkerOptions } from './messages.ts';
import { outcomeJson } from './outcome-json.ts';

const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
const CLOSE_LIMIT_MS = 15_000;
/**
 * A young generation as large as the machine allows makes an import three times as fat, and not
 * faster: what a page leaves behind is garbage at once. Half of this costs a twelfth more time.
 */
const MEMORY = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

export type PartOptions = Readonly<{
  file: URL;
  data: WorkerOptions;
  answer(request: HostRequest): Promise<unknown>;
  announce(topic: string, value: unknown): void;
  log(entry: LogEntry): void;
}>;

/**
 * One part of the application in its own thread. When the thread dies, the calls in flight fail as
 * `unexpected` and the thread starts again, at most five times a minute; then every call fails.
 */
export class Part {
  readonly #options: PartOptions;
  readonly #inFlight = new Map<number, (answer: Outcome | Uint8Array) => void>();
  #restartedAt: number[] = [];
  #nextId = 1;
  #closing = false;
  #worker: Worker;
  #ready: Promise<void>;

  constructor(options: PartOptions) {
    this.#options = options;
    [this.#worker, this.#ready] = this.#launch();
  }

  /** Resolves when the part answers calls; rejects with the Failure that kept it from opening. */
  ready(): Promise<void> {
    return this.#ready;
  }

  /** Never rejects. */
  async call(topic: string, input: unknown): Promise<Outcome> {
    return (await this.#answerTo(topic, input, false)) as Outcome;
  }

  /** The same as the part's thread wrote it down. Never rejects. */
  async callAsJson(topic: string, input: unknown): Promise<Uint8Array> {
    const answer = await this.#answerTo(topic, input, true);
    return answer instanceof Uint8Array ? answer : outcomeJson(answer);
  }

  async #answerTo(topic: string, input: unknown, asJson: boolean): Promise<Outcome | Uint8Array> {
    try {
      if (this.#closing) throw new Failure('unexpected', 'hosts.closed');
      await this.#ready;
      return await this.#ask(topic, input, asJson);
    } catch (error) {
      return { ok: false, failure: asFailure(error, this.#options.log).toData() };
    }
  }

  /** Lets calls in flight finish, closes the part and its thread. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await this.#ready.catch(() => undefined);
    const worker = this.#worker;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    if (worker.threadId === -1) return;
    tell(worker, { type: 'close' });
    const limit = setTimeout(() => void worker.terminate(), CLOSE_LIMIT_MS);
    await ended;
    clearTimeout(limit);
  }

  #ask(topic: string, input: unknown, asJson: boolean): Promise<Outcome | Uint8Array> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#inFlight.set(id, resolve);
      try {
        tell(this.#worker, { type: 'call', id, topic, input, asJson });
      } catch {
        this.#inFlight.delete(id);
        reject(new Failure('invalid', 'hosts.not-plain-data', { topic }));
      }
    });
  }

  #launch(): [Worker, Promise<void>] {
    const worker = new Worker(this.#options.file, {
      workerData: this.#options.data,
      resourceLimits: MEMORY,
    });
    const ready = new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'ready') resolve();
        else if (message.type === 'failed') reject(Failure.fromData(message.failure));
        else this.#hear(worker, message);
      });
      worker.on('error', (error) => asFailure(error, this.#options.log));
      worker.on('exit', () => {
        reject(new Failure('unexpected', 'hosts.part-crashed'));
        this.#ended();
      });
    });
    ready.catch(() => undefined);
    return [worker, ready];
  }

  #hear(worker: Worker, message: Exclude<FromWorker, { type: 'ready' | 'failed' }>): void {
    switch (message.type) {
      case 'outcome':
        this.#answered(message.id, message.outcome);
        return;
      case 'outcome-json':
        this.#answered(message.id, message.json);
        return;
      case 'announcement':
        this.#options.announce(message.topic, message.value);
        return;
      case 'request':
        void this.#serve(worker, message.id, message.request);
        return;
      case 'log':
        this.#options.log(message.entry);
        return;
      default:
        assertNever(message);
    }
  }

  #answered(id: number, answer: Outcome | Uint8Array): void {
    this.#inFlight.get(id)?.(answer);
    this.#inFlight.delete(id);
  }

  async #serve(worker: Worker, id: number, request: HostRequest): Promise<void> {
    try {
      tell(worker, { type: 'answer', id, value: await this.#options.answer(request) });
    } catch (error) {
      const failure = asFailure(error, this.#options.log).toData();
      tell(worker, { type: 'refusal', id, failure });
    }
  }

  #ended(): void {
    const code = this.#closing ? 'hosts.closed' : 'hosts.part-crashed';
    const failure = new Failure('unexpected', code).toData();
    for (const resolve of this.#inFlight.values()) resolve({ ok: false, failure });
    this.#inFlight.clear();
    this.#ready = Promise.reject(Failure.fromData(failure));
    this.#ready.catch(() => undefined);
    if (this.#closing || !this.#mayRestart()) return;
    this.#options.log({ level: 'error', code: 'hosts.part-restarted' });
    [this.#worker, this.#ready] = this.#launch();
  }

  #mayRestart(): boolean {
    const since = Date.now() - RESTART_WINDOW_MS;
    this.#restartedAt = this.#restartedAt.filter((at) => at > since);
    if (this.#restartedAt.length >= MAX_RESTARTS) return false;
    this.#restartedAt.push(Date.now());
    return true;
  }
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}
