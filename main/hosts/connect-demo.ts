import { setTimeout as wait } from 'node:timers/promises';
import type { Application } from '../application.ts';
import type { Outcome } from '../contract/outcome.ts';
import type { ConnectionSync } from '../contract/sync.ts';
import type { Connection } from '../contract/connections.ts';
import { Failure } from '../domain/failure.ts';

const LOOK_AGAIN_MS = 250;

/** The answer, or the Failure thrown. */
export async function askCore<Value>(
  application: Application,
  topic: string,
  input: unknown,
): Promise<Value> {
  const outcome = (await application.call(topic, input)) as Outcome<Value>;
  if (outcome.ok) return outcome.value;
  throw Failure.fromData(outcome.failure);
}

/** Connects the demo chain and waits until its seven days are here; the first run is over. */
export async function connectDemo(application: Application): Promise<void> {
  const { id } = await askCore<Connection>(application, 'connections.addDemo', {});
  try {
    await askCore(application, 'sync.runToEnd', { connectionId: id });
  } catch (error) {
    if (!(error instanceof Failure && error.kind === 'busy')) throw error;
    await untilSynced(application, id);
  }
  await askCore(application, 'settings.finishFirstRun', {});
}

/** The timetable was quicker and runs already. */
async function untilSynced(application: Application, connectionId: number): Promise<void> {
  for (;;) {
    const all = await askCore<readonly ConnectionSync[]>(application, 'sync.status', {});
    const running = all.find((one) => one.connectionId === connectionId)?.state.type === 'running';
    if (!running) return;
    await wait(LOOK_AGAIN_MS);
  }
}
