import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverdueOrder } from '../../../main/contract/status-mapping.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { notify } from '../../shared/ui/notify.ts';
import { statusName } from './status-texts.ts';

const EVERY_MS = 30_000;
/** More at once are told in one line: nobody reads a column of notices. */
const MOST_NOTICES = 3;

const keyOf = ({ orderId, status }: OverdueOrder): string => JSON.stringify([orderId, status]);

/** Calls an order that stays in a status beyond its limit, once for each stay. */
export function OverdueAlarms(): null {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useClient();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const tell = (one: OverdueOrder): void =>
      notify({
        id: `overdue-${keyOf(one)}`,
        tone: 'warning',
        title: t('status-mapping.overdue', { number: one.number, status: statusName(t, one) }),
        message: [
          one.venue,
          t('status-mapping.overdue.limit', { limit: format.duration(one.limitMs) }),
        ]
          .filter(Boolean)
          .join(' · '),
      });
    const hear = (stays: readonly OverdueOrder[]): void => {
      const fresh = stays.filter((one) => !told.current.has(keyOf(one)));
      told.current = new Set(stays.map(keyOf));
      if (fresh.length <= MOST_NOTICES) fresh.forEach(tell);
      else {
        const title = t('status-mapping.overdue.many', { count: fresh.length });
        notify({ id: 'overdue-many', tone: 'warning', title });
      }
    };
    // Without an answer the next look will tell.
    const look = (): void => void client.statusMapping.overdue({}).then(hear, () => undefined);
    look();
    const timer = setInterval(look, EVERY_MS);
    const stop = client.statusMapping.onChanged(look);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [t, format, client]);
  return null;
}
