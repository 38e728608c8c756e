import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import type { BenchStore } from './bench-store.ts';
import type { Figure } from './measure.ts';
import { openServedDesk } from './served-desk.ts';
import { startSyncLoad } from './sync-load.ts';

const LONGEST_MS = 10;
const MEASURED_MS = 20_000;
const READ_EVERY_MS = 1000;
const NEWEST = { column: 'created', descending: true } as const;

/** How long the host's own thread keeps the window waiting while a sync writes and a list is read. */
export async function benchHostBlock(store: BenchStore): Promise<Figure[]> {
  const desk = await openServedDesk(await store.workingCopy());
  const load = await startSyncLoad((topic, input) => askCore(desk.application, topic, input), 12);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const end = performance.now() + MEASURED_MS; performance.now() < end;) {
    await desk.session.ask('orders.open', { filter: EVERY_ORDER, sort: NEWEST, count: 100 });
    await wait(READ_EVERY_MS);
  }
  delay.disable();
  const orders = await load.stop();
  await desk.close();
  return [figureOf(orders, delay)];
}

/** The histogram holds whole turns of a 1 ms timer, in nanoseconds. */
function figureOf(orders: number, delay: ReturnType<typeof monitorEventLoopDelay>): Figure {
  const ms = (share: number): string => (delay.percentile(share) / 1e6).toFixed(1);
  return {
    what: `host thread blocked while a sync wrote ${orders} orders`,
    ours: `p99 ${ms(99)} ms (median ${ms(50)}, worst ${(delay.max / 1e6).toFixed(1)})`,
    rival: '—',
    goal: `p99 ≤ ${LONGEST_MS} ms`,
    reached: delay.percentile(99) / 1e6 <= LONGEST_MS,
  };
}
