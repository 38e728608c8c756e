import { IconMapOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import styles from '../zones.module.css';

/** In place of a map that cannot be drawn: why, what to do, and what works without it. */
export function NoMap(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.noMap} role="status">
      <EmptyState icon={IconMapOff} title={t('zone-map.no-map')} text={t('zone-map.no-map.text')} />
    </div>
  );
}
