import { useEffect, useState } from 'react';
import type { OrderPoints } from '../../../main/contract/zones.ts';
import { dayOf } from '../../../main/domain/local-time.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { hereZone } from '../../shared/format/use-format.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;

/** Where the orders of the last thirty days went; null while nobody wants to know. */
export function usePastOrders(wanted: boolean): OrderPoints | null {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [points, setPoints] = useState<OrderPoints | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const now = Date.now();
    const zone = hereZone();
    const period = { from: dayOf(now - DAYS * DAY_MS, zone), to: dayOf(now, zone) };
    client.zones.orderPoints(period).then(setPoints, notifyFailure);
  }, [client, notifyFailure, wanted]);
  return wanted ? points : null;
}
