import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePersonal, usePersonal } from '../../bridge/session-context.tsx';
import { LANGUAGES } from '../../shared/i18n/resources.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './first-run.module.css';

/** What the program is, in two sentences, and its language. */
export function LanguageStep({ onNext }: { readonly onNext: () => void }): ReactNode {
  const { t } = useTranslation();
  const { language } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  return (
    <>
      <p className={styles.lead}>{t('first-run.language.text')}</p>
      <fieldset className={styles.choices}>
        <legend className={styles.legend}>{t('first-run.language.choose')}</legend>
        {LANGUAGES.map((one) => (
          <label key={one} lang={one} className={styles.choice}>
            <input
              type="radio"
              name="language"
              checked={language === one}
              onChange={() => void changePersonal({ language: one }).catch(notifyFailure)}
            />
            <span>{t(`first-run.language.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button variant="filled" size="sm" onClick={onNext} data-autofocus>
          {t('first-run.next')}
        </Button>
      </div>
    </>
  );
}
