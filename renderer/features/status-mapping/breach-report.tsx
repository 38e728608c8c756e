import { Button } from '@mantine/core';
import {
  IconClockExclamation,
  IconSearch,
  IconSwitchHorizontal,
  IconUserX,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreachReport as Report, OrderBreach } from '../../../main/contract/status-mapping.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { addDays, dayOf } from '../../../main/domain/local-time.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { hereZone, useFormat } from '../../shared/format/use-format.ts';
import { hashOf } from '../../shared/navigation/navigation.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './status-mapping.module.css';
import { statusName } from './status-texts.ts';

const DAYS = 7;

type State =
  | Readonly<{ type: 'idle' | 'reading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; report: Report }>;

/** What the order did, in words. */
function Deed({ system, breach }: OrderBreach): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const name = (status: string): string => statusName(t, { system, status });
  if (breach.type === 'move') {
    const names = { from: name(breach.from), to: name(breach.to) };
    return (
      <>
        <IconSwitchHorizontal size={16} stroke={1.5} aria-hidden />
        {t('status-mapping.breach.move', names)}
      </>
    );
  }
  if (breach.type === 'client') {
    const { status, client } = breach;
    return (
      <>
        <IconUserX size={16} stroke={1.5} aria-hidden />
        {t('status-mapping.breach.client', {
          status: name(status),
          client: t(`status-mapping.client.${client}`),
        })}
      </>
    );
  }
  const times = {
    stayed: format.duration(breach.stayedMs),
    limit: format.duration(breach.limitMs),
  };
  return (
    <>
      <IconClockExclamation size={16} stroke={1.5} aria-hidden />
      {t('status-mapping.breach.time', { status: name(breach.status), ...times })}
    </>
  );
}

function Found({ report }: { readonly report: Report }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { breaches, orders, cut } = report;
  const figures = { count: orders, figure: format.number(orders) };
  if (breaches.length === 0) return <p role="status">{t('status-mapping.breach.none', figures)}</p>;
  return (
    <>
      <p className={styles.quiet} role="status">
        {t(cut ? 'status-mapping.breach.cut' : 'status-mapping.breach.found', {
          count: breaches.length,
          figure: format.number(orders),
        })}
      </p>
      <div className={styles.tableBox}>
        <table className={styles.table}>
          <thead>
            <tr>
              {(['number', 'venue', 'when', 'what'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`status-mapping.breach.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {breaches.map((one) => (
              <tr key={JSON.stringify([one.orderId, one.breach])}>
                <td>
                  <a href={hashOf({ screen: 'orders', params: { order: String(one.orderId) } })}>
                    {one.number}
                  </a>
                </td>
                <td>{one.venue}</td>
                <td>{format.moment(one.breach.at)}</td>
                <td className={styles.deed}>
                  <Deed {...one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** Orders of the last week that broke a rule, found in their journals when asked. */
export function BreachReport(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const [state, setState] = useState<State>({ type: 'idle' });
  const find = (): void => {
    const to = dayOf(Date.now(), hereZone());
    setState({ type: 'reading' });
    client.statusMapping.breaches({ period: { from: addDays(to, 1 - DAYS), to } }).then(
      (report) => setState({ type: 'shown', report }),
      (error: unknown) => setState({ type: 'failed', failure: toFailure(error) }),
    );
  };
  return (
    <div className={styles.breaches}>
      <Button
        leftSection={<IconSearch size={16} aria-hidden />}
        loading={state.type === 'reading'}
        onClick={find}
      >
        {t('status-mapping.breach.find', { count: DAYS })}
      </Button>
      {state.type === 'failed' && <FailureNotice failure={state.failure} onRetry={find} />}
      {state.type === 'shown' && <Found report={state.report} />}
    </div>
  );
}
