import { IconCircleCheck, IconHelpCircle, IconLifebuoy, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosisReport } from '../../../main/contract/diagnosis.ts';
import styles from './diagnosis.module.css';

type Kind = Exclude<DiagnosisReport['verdict']['type'], 'cause'>;

const MARKS: Readonly<Record<Kind, Icon>> = {
  arriving: IconCircleCheck,
  ask: IconHelpCircle,
  'last-resort': IconLifebuoy,
};

/** How a walk without a proven cause ended, with what is still to be told. */
export function VerdictCard({ report }: { readonly report: DiagnosisReport }): ReactNode {
  const { t } = useTranslation();
  const { verdict, links } = report;
  if (verdict.type === 'cause') return null;
  const Mark = MARKS[verdict.type];
  const whys = links.flatMap((one) => (one.state === 'unknown' && one.askable ? [one.why] : []));
  return (
    <section className={styles.verdict} data-verdict={verdict.type}>
      <Mark size={20} stroke={1.75} aria-hidden />
      <div>
        <h2>{t(`diagnosis.verdict.${verdict.type}`)}</h2>
        <p>{t(`diagnosis.verdict.${verdict.type}.text`)}</p>
        {verdict.type === 'ask' && (
          <ul aria-label={t('diagnosis.questions')}>
            {[...new Set(whys)].map((why) => (
              <li key={why}>{t(`diagnosis.unknown.${why}`)}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
