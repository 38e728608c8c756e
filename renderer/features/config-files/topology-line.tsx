import { Button } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigTopology } from '../../../main/domain/config-files/config-topology.ts';
import styles from './part.module.css';
import { TopologyDialog } from './topology-dialog.tsx';

/** How the restaurant is built, in one line; asked while nobody has said. */
export function TopologyLine(props: {
  readonly topology: ConfigTopology | null;
  readonly mayEdit: boolean;
}): ReactNode {
  const { topology, mayEdit } = props;
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const words = topology && [
    t(`terminals.topology.venues.${topology.venues}`),
    t(`terminals.topology.delivery.${topology.delivery}`),
    t(`terminals.topology.server.${topology.server}`),
  ];
  return (
    <div className={topology ? styles.topology : styles.topologyAsked}>
      <IconSitemap size={16} stroke={1.75} aria-hidden />
      <span className={styles.topologyText}>
        {words ? words.join(' · ') : t('terminals.topology.ask')}
      </span>
      {mayEdit && (
        <Button
          variant={topology ? 'subtle' : 'filled'}
          size="compact-xs"
          onClick={() => setAsking(true)}
        >
          {t(topology ? 'terminals.topology.change' : 'terminals.topology.answer')}
        </Button>
      )}
      {asking && <TopologyDialog topology={topology} onClose={() => setAsking(false)} />}
    </div>
  );
}
