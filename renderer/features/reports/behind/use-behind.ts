import { useCallback, useEffect, useRef, useState } from 'react';
import type { BehindOrder } from '../../../../main/contract/reports.ts';
import type { OrderFilter } from '../../../../main/domain/orders/order-filter.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import type { Reading } from '../../../bridge/reading.ts';
import type { Figure } from '../table/report-table.tsx';

/** Orders behind a figure, page by page. */
export type Behind = Reading<{
  total: number;
  sumMinor: number;
  orders: readonly BehindOrder[];
  next: number | null;
  /** The order list's filter for exactly these orders, where there is one. */
  opens: OrderFilter | null;
}>;

type Shown = Extract<Behind, { type: 'shown' }>;

const PAGE = 100;

/** Reads the orders behind the figure; `more` reads the next page, `retry` begins again. */
export function useBehind({ query, row, column, currency }: Figure) {
  const client = useClient();
  const turn = useRef(0);
  const [behind, setBehind] = useState<Behind>({ type: 'loading' });
  const read = useCallback(
    async (after: number | null, before: Shown | null): Promise<void> => {
      const mine = (turn.current += 1);
      const path = row.path.map(({ key }) => key);
      const cell = { path, column: column?.key ?? null, currency };
      try {
        const page = await client.reports.behind({ query, cell, after, count: PAGE });
        if (mine !== turn.current) return;
        const orders = [...(before?.orders ?? []), ...page.orders];
        setBehind({ type: 'shown', ...page, orders, opens: before?.opens ?? page.opens });
      } catch (error) {
        if (mine === turn.current) setBehind({ type: 'failed', failure: toFailure(error) });
      }
    },
    [client, query, row, column, currency],
  );
  useEffect(() => {
    setBehind({ type: 'loading' });
    void read(null, null);
  }, [read]);
  const more = (): void => {
    if (behind.type === 'shown' && behind.next !== null) void read(behind.next, behind);
  };
  return { behind, more, retry: () => void read(null, null) };
}
