import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './progress.module.css';
import type { FirstRunStage } from './first-run.tsx';

/** Connecting is a part of choosing. */
const PLACES: Readonly<Record<FirstRunStage, number>> = {
  language: 1,
  local: 2,
  choose: 3,
  connect: 3,
  import: 4,
};
const STEPS = [1, 2, 3, 4];

/** How far one is, as bars and in words for screen readers. */
export function Progress({ stage }: { readonly stage: FirstRunStage }): ReactNode {
  const { t } = useTranslation();
  const at = PLACES[stage];
  return (
    <span
      className={styles.progress}
      role="img"
      aria-label={t('first-run.step', { step: at, total: STEPS.length })}
    >
      {STEPS.map((step) => (
        <span key={step} className={step <= at ? styles.passed : styles.ahead} />
      ))}
    </span>
  );
}
