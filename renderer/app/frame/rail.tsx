import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../shared/navigation/navigation.ts';
import { RAIL_SCREENS } from '../screens.tsx';
import styles from './rail.module.css';

/** The screens of the product. */
export function Rail({ current }: { readonly current: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className={styles.rail} aria-label={t('app.rail')}>
      {RAIL_SCREENS.map(({ id, icon: Icon, titleKey }) => (
        <a
          key={id}
          className={styles.link}
          href={hashOf({ screen: id, params: {} })}
          aria-current={id === current ? 'page' : undefined}
          aria-label={t(titleKey)}
          title={t(titleKey)}
        >
          <Icon size={20} stroke={1.5} aria-hidden />
        </a>
      ))}
    </nav>
  );
}
