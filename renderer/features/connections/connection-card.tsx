import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackFill } from '../../../main/contract/back-fill.ts';
import type { Connection } from '../../../main/contract/connections.ts';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { ConnectionButtons } from './connection-buttons.tsx';
import { ConnectionState, failureOf } from './connection-state.tsx';
import styles from './connections.module.css';
import { BizLicence } from './logins/biz-licence.tsx';
import { HistoryPanel } from './history/history-panel.tsx';
import { ProbeFindings } from './logins/probe-findings.tsx';
import { ProbeSteps } from './probe-steps.tsx';
import { useProbe } from './use-probe.ts';
import { VendorMark } from './vendor-mark.tsx';

function Facts({ connection }: { readonly connection: Connection }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { organizations, orders, historyDays, lastContactAt } = connection;
  const venues = organizations.flatMap((one) => one.venues);
  const alive = venues.filter((venue) => venue.alive === true).length;
  const asked = venues.some((venue) => venue.alive !== null);
  const facts = [
    t('connections.fact.organizations', { count: organizations.length }),
    asked
      ? t('connections.fact.venues-alive', { alive, count: venues.length })
      : t('connections.fact.venues', { count: venues.length }),
    t('connections.fact.orders', { count: orders, orders: format.number(orders) }),
    t('connections.fact.history', { count: historyDays }),
  ];
  return (
    <div className={styles.facts}>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      <span>
        {lastContactAt === null
          ? t('connections.fact.no-contact')
          : t('connections.fact.contact', { time: format.moment(lastContactAt) })}
      </span>
    </div>
  );
}

/** One connection: what it is, what it does now, its test, and what can be done with it. */
export function ConnectionCard(props: {
  readonly connection: Connection;
  readonly sync: ConnectionSync | undefined;
  readonly history: BackFill | undefined;
  readonly may: boolean;
}): ReactNode {
  const { connection, sync, history, may } = props;
  const { t } = useTranslation();
  const { probe, start, reset } = useProbe();
  const { id, vendor, name, demo, secretKept, settings } = connection;
  const test = (tried = settings): void =>
    void start({ vendor, settings: { ...tried }, secret: null, connectionId: id });
  const failure = failureOf(sync);
  const edit = (): void => navigate('connections', { edit: String(id) });
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <VendorMark vendor={demo ? 'demo' : vendor} />
        <div className={styles.cardText}>
          <h3 className={styles.name} title={name}>
            {name}
          </h3>
          <span className={styles.quiet}>
            {t(demo ? 'connections.demo' : `connections.vendor.${vendor}`)}
          </span>
        </div>
        <ConnectionState connection={connection} sync={sync} />
      </div>
      <Facts connection={connection} />
      <BizLicence connection={connection} />
      {!secretKept && (
        <FailureNotice
          failure={{ kind: 'refused', code: 'connections.secret-lost', params: {} }}
          action={may && <Button onClick={edit}>{t('connections.secret.enter')}</Button>}
        />
      )}
      {failure && probe.type === 'none' && <FailureNotice failure={failure} />}
      {probe.type !== 'none' && (
        <div className={styles.probe}>
          <ProbeSteps vendor={vendor} probe={probe} onRetry={() => test()} />
          {probe.type === 'shown' && (
            <ProbeFindings {...{ connection, may }} report={probe.report} onTest={test} />
          )}
          {probe.type !== 'running' && (
            <Button onClick={reset}>{t('connections.test.close')}</Button>
          )}
        </div>
      )}
      {history && <HistoryPanel history={history} may={may} />}
      {may && (
        <ConnectionButtons
          connection={connection}
          testing={probe.type === 'running'}
          onTest={() => test()}
          onEdit={edit}
        />
      )}
    </li>
  );
}
