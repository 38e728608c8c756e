import type { Application, Listener } from '../../application.ts';
import type {
  Completeness,
  ConnectionSync,
  SyncProgress,
  SyncSummary,
} from '../../contract/sync.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { wholeNumber, type Command, type CommandContext } from './command.ts';

const DAY_MS = 86_400_000;
const AROUND_DAYS = 14;

/** Runs sync once to completion; the statement is of two weeks around the vendor's today. */
export const syncCommand: Command = {
  name: ['sync'],
  usage: 'sync [--connection ID]',
  options: ['connection'],
  sample: {
    runs: [{ runId: 1, outcome: 'done', requests: 42, seen: 8431, created: 8431, changed: 0 }],
    completeness: [
      { venue: 'Суши на Ленина', day: '2026-11-20', state: 'complete', reason: '', orders: 241 },
    ],
  },
  run: async (context) => {
    const application = await context.core();
    const leave = application.subscribe(followProgress(context));
    const runs = await askCore<readonly SyncSummary[]>(application, 'sync.runToEnd', {
      connectionId: connectionOf(context),
    });
    leave();
    const failed = runs.find((run) => run.failure !== null)?.failure;
    if (failed) context.say(context.explain(Failure.fromData(failed)));
    const completeness = await readStatement(application);
    return {
      document: { runs, completeness },
      reached: runs.every((one) => one.outcome === 'done'),
    };
  },
};

function connectionOf({ options }: CommandContext): number | null {
  if (options['connection'] === undefined) return null;
  return wholeNumber(options, 'connection', 0, [1, Number.MAX_SAFE_INTEGER]);
}

/** Says how far each connection is, once for each step. */
function followProgress(context: CommandContext): Listener {
  const said = new Map<number, string>();
  return (topic, value) => {
    if (topic !== 'sync.progressed') return;
    for (const { connectionId, name, state } of value as readonly ConnectionSync[]) {
      if (state.type !== 'running') continue;
      const line = `${name}: ${progressText(context, state.progress)}`;
      if (said.get(connectionId) !== line) context.say(line);
      said.set(connectionId, line);
    }
  };
}

/** «Заказы по дням, 3 из 21, 512 заказов». */
function progressText({ text }: CommandContext, progress: SyncProgress): string {
  const { phase, done, total, orders } = progress;
  const parts = [
    text(`sync.phase.${phase}`),
    total === null ? '' : text('sync.progress.of', { done, total }),
    orders === 0 ? '' : text('sync.progress.orders', { count: orders, orders }),
  ];
  return parts.filter(Boolean).join(', ');
}

async function readStatement(application: Application): Promise<readonly Completeness[]> {
  const all = await askCore<readonly ConnectionSync[]>(application, 'sync.status', {});
  const now = Math.max(0, ...all.map(({ dataAt }) => dataAt ?? 0)) || Date.now();
  const day = (shift: number): string =>
    new Date(now + shift * AROUND_DAYS * DAY_MS).toISOString().slice(0, 10);
  return askCore(application, 'sync.completeness', { from: day(-1), to: day(1) });
}
