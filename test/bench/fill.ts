import type { BenchStore } from './bench-store.ts';
import type { Figure } from './measure.ts';

const MOST_MINUTES = 20;

/** How fast `desk demo` filled the store: a real sync, chain and core on one running clock. */
export async function benchFill(store: BenchStore): Promise<Figure[]> {
  if (!store.fill)
    throw new Error(`${store.folder} has no fill.json: it was not filled by a bench`);
  const { orders, seconds, days } = store.fill;
  const minutes = (seconds / orders) * (1e6 / 60);
  return [
    {
      what: `fill of ${orders} orders over ${days} days in ${Math.round(seconds)} s`,
      ours: `${Math.round(orders / seconds)} orders/s, 1,000,000 in ${minutes.toFixed(1)} min`,
      rival: '—',
      goal: `≤ ${MOST_MINUTES} min`,
      reached: minutes <= MOST_MINUTES,
    },
  ];
}
