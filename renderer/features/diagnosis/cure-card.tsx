import { Button } from '@mantine/core';
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cure } from '../../../main/domain/diagnosis/diagnosis-cures.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import styles from './diagnosis.module.css';

/** The gentlest way out of a proven cause; a step that destroys something says so. */
export function CureCard({ cure }: { readonly cure: Cure }): ReactNode {
  const { t } = useTranslation();
  const destroys = cure.steps.some(({ effect }) => effect === 'destructive');
  const edits = cure.steps.some(({ effect }) => effect !== 'gentle');
  return (
    <section className={styles.cure} aria-label={t('diagnosis.cure')}>
      <h4>{t('diagnosis.cure')}</h4>
      <ol>
        {cure.steps.map(({ code, effect }) => (
          <li key={code}>
            {t(`diagnosis.cure.${code}`)}
            {effect !== 'gentle' && (
              <span className={styles[effect]}>
                {effect === 'destructive' && <IconAlertTriangle size={14} aria-hidden />}
                {t(`diagnosis.effect.${effect}`)}
              </span>
            )}
          </li>
        ))}
      </ol>
      <p className={styles.note}>
        {t(destroys ? 'diagnosis.cure.destructive' : 'diagnosis.cure.least')}
      </p>
      {edits && (
        <Button
          leftSection={<IconFileText size={16} aria-hidden />}
          onClick={() => navigate('terminals', { tab: 'files' })}
        >
          {t('diagnosis.open-files')}
        </Button>
      )}
    </section>
  );
}
