import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueCard } from '../../../main/contract/connections.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import styles from './connections.module.css';
import { VendorMark } from './vendor-mark.tsx';

/** One system of the catalogue: what it gives, and its button or the honest «скоро». */
export function CatalogueTile(props: {
  readonly card: CatalogueCard;
  readonly may: boolean;
}): ReactNode {
  const { card, may } = props;
  const { t } = useTranslation();
  const ready = card.availability === 'ready';
  return (
    <li className={`${styles.tile} ${ready ? '' : styles.soon}`}>
      <VendorMark vendor={card.vendor} muted={!ready} />
      <div className={styles.tileText}>
        <h3 className={styles.name}>{t(`connections.vendor.${card.vendor}`)}</h3>
        <p className={styles.about}>{t(`connections.vendor.${card.vendor}.about`)}</p>
        <div className={styles.tileFoot}>
          {!ready && <span className={styles.badge}>{t('connections.soon')}</span>}
          {ready && may && (
            <Button onClick={() => navigate('connections', { add: card.vendor })}>
              {t(card.connected > 0 ? 'connections.add.more' : 'connections.add.connect')}
            </Button>
          )}
          {card.connected > 0 && (
            <span className={styles.quiet}>
              {t('connections.connected.count', { count: card.connected })}
            </span>
          )}
        </div>
      </div>
    </li>
  );
}
