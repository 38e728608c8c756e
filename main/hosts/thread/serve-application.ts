import { setTimeout as sleep } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import type { Application } from '../../application.ts';
import { asFailure } from './as-failure.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { LogEntry } from '../../outside.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { outcomeJson } from './outcome-json.ts';

const CLOSE_WAIT_MS = 3000;

/** What is `moved` is not copied: it is gone on this side. */
type Tell = (message: FromWorker, moved?: readonly ArrayBuffer[]) => void;

type Call = Extract<ToWorker, { type: 'call' }>;

/** Worker's side: opens the part, says `ready` or why not, then answers calls until told to close. */
export function serveApplication(port: MessagePort, open: () => Application): void {
  const tell: Tell = (message, moved) => port.postMessage(message, moved);
  const log = (entry: LogEntry): void => tell({ type: 'log', entry });
  try {
    const application = open();
    application.subscribe((topic, value) => tell({ type: 'announcement', topic, value }));
    answerCalls(port, application, tell, log);
    tell({ type: 'ready' });
  } catch (error) {
    tell({ type: 'failed', failure: asFailure(error, log).toData() });
    port.close();
  }
}

function answerCalls(
  port: MessagePort,
  application: Application,
  tell: Tell,
  log: (entry: LogEntry) => void,
): void {
  const underWay = new Set<Promise<void>>();
  const answer = async ({ id, topic, input, asJson }: Call): Promise<void> => {
    const outcome = await application.call(topic, input).catch((error) => failed(error, log));
    try {
      if (asJson) tellAsJson(tell, id, outcome);
      else tell({ type: 'outcome', id, outcome });
    } catch (error) {
      tell({ type: 'outcome', id, outcome: failed(error, log) });
    }
  };
  const close = async (): Promise<void> => {
    await Promise.race([Promise.all(underWay), sleep(CLOSE_WAIT_MS, null, { ref: false })]);
    await application.close().catch((error) => asFailure(error, log));
    port.close();
  };
  port.on('message', (message: ToWorker) => {
    if (message.type === 'close') void close();
    if (message.type !== 'call') return;
    const answered = answer(message);
    underWay.add(answered);
    void answered.finally(() => underWay.delete(answered));
  });
}

function tellAsJson(tell: Tell, id: number, outcome: Outcome): void {
  const json = outcomeJson(outcome);
  tell({ type: 'outcome-json', id, json }, [json.buffer]);
}

function failed(error: unknown, log: (entry: LogEntry) => void): Outcome {
  return { ok: false, failure: asFailure(error, log).toData() };
}
