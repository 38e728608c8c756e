import { Button } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePersonal, usePersonal } from '../../../bridge/session-context.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import styles from './first-hint.module.css';

const HINT = 'orders';
const THINGS = ['find', 'open', 'keys'] as const;

/** The three things one can do here, shown once per profile. */
export function FirstHint(): ReactNode {
  const { t } = useTranslation();
  const { seenHints } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  if (seenHints.includes(HINT)) return null;
  const understood = (): void =>
    void changePersonal({ seenHints: [...seenHints, HINT] }).catch(notifyFailure);
  return (
    <section className={styles.hint} aria-label={t('orders.hint')}>
      <IconBulb size={18} aria-hidden />
      <ul>
        {THINGS.map((thing) => (
          <li key={thing}>{t(`orders.hint.${thing}`)}</li>
        ))}
      </ul>
      <Button onClick={understood}>{t('orders.hint.understood')}</Button>
    </section>
  );
}
