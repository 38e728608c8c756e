import type { Application } from '../../application.ts';
import type { BackFill } from '../../contract/back-fill.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, wholeNumber, type Command, type CommandContext } from './command.ts';

/** Reads history to its end, or goes on with what was wanted before. */
export const backFillCommand: Command = {
  name: ['backfill'],
  usage: 'backfill [--from DAY --to DAY] [--connection ID]',
  options: ['from', 'to', 'connection'],
  sample: {
    backFill: {
      connectionId: 2,
      from: '2025-11-01',
      to: '2026-11-20',
      state: { type: 'done' },
      daysDone: 385,
      daysTotal: 385,
      orders: 462_000,
    },
  },
  run: async (context) => {
    const application = await context.core();
    const { connectionId, to: wanted, newest } = await findHistory(context, application);
    const [from, to] = [textOption(context.options, 'from'), textOption(context.options, 'to')];
    const stop = application.subscribe((topic, value) => {
      if (topic === 'backFill.progressed')
        tell(context, value as readonly BackFill[], connectionId);
    });
    if (from !== undefined || to !== undefined) {
      const input = { connectionId, from: from ?? '', to: to ?? wanted ?? newest, night: null };
      await askCore(application, 'backFill.start', input);
    } else await askCore(application, 'backFill.resume', { connectionId });
    const backFill = await askCore<BackFill>(application, 'backFill.toEnd', { connectionId });
    stop();
    return { document: { backFill }, reached: backFill.state.type === 'done' };
  },
};

/** The one that was named, or the only connection that gives history. */
async function findHistory(
  { options }: CommandContext,
  application: Application,
): Promise<BackFill> {
  const all = await askCore<readonly BackFill[]>(application, 'backFill.list', {});
  if (all.length === 0) throw new Failure('not-found', 'cli.no-history-source');
  const id =
    options['connection'] === undefined
      ? all[0]?.connectionId
      : wholeNumber(options, 'connection', 0, [1, Number.MAX_SAFE_INTEGER]);
  const found = all.find(({ connectionId }) => connectionId === id);
  if (!found) throw new Failure('refused', 'back-fill.no-history');
  return found;
}

function tell(context: CommandContext, all: readonly BackFill[], connectionId: number): void {
  const one = all.find((each) => each.connectionId === connectionId);
  if (one?.state.type !== 'running') return;
  const { daysDone, daysTotal, orders } = one;
  context.say(`${one.state.day ?? ''} ${daysDone}/${daysTotal}, ${orders}`);
}
