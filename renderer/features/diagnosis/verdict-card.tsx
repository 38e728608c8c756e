import {
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
  IconLifebuoy,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosisReport } from '../../../main/contract/diagnosis.ts';
import styles from './diagnosis.module.css';

type Kind = DiagnosisReport['verdict']['type'];

const MARKS: Readonly<Record<Kind, Icon>> = {
  cause: IconCircleX,
  arriving: IconCircleCheck,
  ask: IconHelpCircle,
  'last-resort': IconLifebuoy,
};

/** What is still to be told before anything else is tried. */
function Questions({ report }: { readonly report: DiagnosisReport }): ReactNode {
  const { t } = useTranslation();
  const whys = report.links.flatMap((one) =>
    one.state === 'unknown' && one.askable ? [one.why] : [],
  );
  return (
    <ul aria-label={t('diagnosis.questions')}>
      {[...new Set(whys)].map((why) => (
        <li key={why}>{t(`diagnosis.unknown.${why}`)}</li>
      ))}
    </ul>
  );
}

/** How the walk ended, in one sentence and what to do next; a cause has its cure further down. */
export function VerdictCard({ report }: { readonly report: DiagnosisReport }): ReactNode {
  const { t } = useTranslation();
  const { verdict } = report;
  const Mark = MARKS[verdict.type];
  const isCause = verdict.type === 'cause';
  return (
    <section className={styles.verdict} data-verdict={verdict.type} aria-live="polite">
      <Mark size={20} stroke={1.75} aria-hidden />
      <div>
        <h2>
          {t(
            isCause ? `diagnosis.cause.${verdict.cure.cause}` : `diagnosis.verdict.${verdict.type}`,
          )}
        </h2>
        <p>{t(`diagnosis.verdict.${verdict.type}.text`)}</p>
        {verdict.type === 'ask' && <Questions report={report} />}
      </div>
    </section>
  );
}
