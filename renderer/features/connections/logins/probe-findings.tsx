import type { ReactNode } from 'react';
import type { Connection, ProbeReport } from '../../../../main/contract/connections.ts';
import { BizWalkThrough } from './biz-walk-through.tsx';
import { KeptCertificate } from './kept-certificate.tsx';

/** What a stored connection's test means beyond its steps, by system. */
export function ProbeFindings(props: {
  readonly connection: Connection;
  readonly report: ProbeReport;
  readonly may: boolean;
  readonly onTest: (settings: Connection['settings']) => void;
}): ReactNode {
  const { connection, report, may, onTest } = props;
  switch (connection.vendor) {
    case 'iiko-biz':
      return <BizWalkThrough report={report} />;
    case 'iiko-server':
      return may && <KeptCertificate connection={connection} report={report} onAccepted={onTest} />;
    default:
      return null;
  }
}
