import { SegmentedControl } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../add-connection.module.css';

const USES = ['ready', 'own'] as const;
type Use = (typeof USES)[number];

/** Which of the two APIs to ask the integrator for (`features.md` row 89); `steps` lead to iiko.biz. */
export function BizAdvice({ steps }: { readonly steps: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [use, setUse] = useState<Use>('ready');
  return (
    <div className={styles.helpAfter}>
      <p id={id} className={styles.helpText}>
        {t('iiko-biz.advice')}
      </p>
      <SegmentedControl<Use>
        aria-labelledby={id}
        fullWidth
        mb={8}
        value={use}
        data={USES.map((value) => ({ value, label: t(`iiko-biz.advice.${value}`) }))}
        onChange={setUse}
      />
      <p className={styles.helpText} aria-live="polite">
        {t(`iiko-biz.advice.${use}.answer`)}
      </p>
      {use === 'ready' && steps}
    </div>
  );
}
