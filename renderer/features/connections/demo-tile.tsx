import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './connections.module.css';
import { VendorMark } from './vendor-mark.tsx';

/** The chain that does not exist, one click away. */
export function DemoTile(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [busy, setBusy] = useState(false);
  const add = async (): Promise<void> => {
    setBusy(true);
    try {
      await client.connections.addDemo({});
    } catch (error) {
      notifyFailure(error);
      setBusy(false);
    }
  };
  return (
    <li className={styles.tile}>
      <VendorMark vendor="demo" />
      <div className={styles.tileText}>
        <h3 className={styles.name}>{t('connections.demo')}</h3>
        <p className={styles.about}>{t('connections.demo.about')}</p>
        <div className={styles.tileFoot}>
          <Button loading={busy} onClick={() => void add()}>
            {t('connections.demo.action')}
          </Button>
        </div>
      </div>
    </li>
  );
}
