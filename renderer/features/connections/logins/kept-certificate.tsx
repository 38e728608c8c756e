import type { ReactNode } from 'react';
import type { Connection, ProbeReport } from '../../../../main/contract/connections.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { ServerCertificate } from './server-certificate.tsx';

/** What a stored connection's test showed of a certificate; accepting it changes the connection. */
export function KeptCertificate(props: {
  readonly connection: Connection;
  readonly report: ProbeReport;
  readonly onAccepted: (settings: Connection['settings']) => void;
}): ReactNode {
  const { connection, report, onAccepted } = props;
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const { id, name, settings, historyDays, pollSeconds } = connection;
  const accept = (fingerprint: string): void => {
    const changed = { ...settings, fingerprint };
    const same = { connectionId: id, name, historyDays, pollSeconds, secret: null };
    client.connections
      .change({ ...same, settings: changed })
      .then(() => onAccepted(changed), notifyFailure);
  };
  return (
    <ServerCertificate report={report} onAccept={({ fingerprint }) => accept(fingerprint ?? '')} />
  );
}
