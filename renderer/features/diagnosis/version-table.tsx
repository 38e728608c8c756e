import { IconCircleCheck, IconCircleX, IconHelpCircle, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionNeed } from '../../../main/domain/diagnosis/version-needs.ts';
import styles from './readiness.module.css';

const MARKS: Readonly<Record<VersionNeed['verdict'], Icon>> = {
  fits: IconCircleCheck,
  'too-old': IconCircleX,
  unknown: IconHelpCircle,
};

/** What each version is needed for, and whether the oldest one here fits. */
export function VersionTable({
  versions,
}: {
  readonly versions: readonly VersionNeed[];
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-label={t('checklist.versions')}>
      <header>
        <h2>{t('checklist.versions')}</h2>
        <span className={styles.note}>{t('checklist.versions.hint')}</span>
      </header>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t('checklist.versions.need')}</th>
            <th>{t('checklist.versions.least')}</th>
            <th>{t('checklist.versions.seen')}</th>
            <th>{t('checklist.versions.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ need, least, verdict, version, where }) => {
            const Mark = MARKS[verdict];
            return (
              <tr key={need}>
                <td>{t(`checklist.version.${need}`)}</td>
                <td>{least}</td>
                <td title={where}>{version || '—'}</td>
                <td className={styles[verdict]}>
                  <Mark size={16} aria-hidden /> {t(`checklist.verdict.${verdict}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
