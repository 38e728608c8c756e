import { useEffect, useState } from 'react';
import type { UnmappedStatuses } from '../../../main/contract/status-mapping.ts';
import { useClient } from '../../bridge/client-context.tsx';

const CALM_MS = 15_000;
const NONE: UnmappedStatuses = { statuses: 0, orders: 0 };

/** Statuses in orders that nobody has placed; follows the mapping at once, new orders in calm steps. */
export function useUnmapped(): UnmappedStatuses {
  const client = useClient();
  const [unmapped, setUnmapped] = useState(NONE);
  useEffect(() => {
    let here = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      clearTimeout(timer);
      timer = undefined;
      // Without an answer the badge stays as it was: the screen itself says what is wrong.
      client.statusMapping.unmapped({}).then(
        (next) => here && setUnmapped(next),
        () => undefined,
      );
    };
    read();
    const stops = [
      client.statusMapping.onChanged(read),
      client.orders.onChanged(() => {
        timer ??= setTimeout(read, CALM_MS);
      }),
    ];
    return () => {
      here = false;
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [client]);
  return unmapped;
}
