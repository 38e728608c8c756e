import { Button } from '@mantine/core';
import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosisReport } from '../../../main/contract/diagnosis.ts';
import type {
  LastResortState,
  LastResortStep,
} from '../../../main/domain/diagnosis/last-resort.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './diagnosis.module.css';
import linkPathStyles from './link-path.module.css';
import { KeptRules } from './kept-rules.tsx';

function StepLine(props: {
  readonly state: LastResortState;
  readonly checking: LastResortStep | null;
  readonly onCheck: (step: LastResortStep) => void;
}): ReactNode {
  const { state, checking, onCheck } = props;
  const { t } = useTranslation();
  const { step, done, lock } = state;
  return (
    <li data-locked={lock !== null}>
      <div className={styles.resortWords}>
        <span>{t(`diagnosis.step.${step}`)}</span>
        <span className={styles.note}>
          {lock === null ? t(`diagnosis.step.${step}.check`) : t(`diagnosis.lock.${lock}`)}
        </span>
      </div>
      {done && (
        <span className={linkPathStyles.good}>
          <IconCircleCheck size={16} aria-hidden /> {t('diagnosis.step.done')}
        </span>
      )}
      {lock === null ? (
        <Button
          loading={checking === step}
          disabled={checking !== null && checking !== step}
          onClick={() => onCheck(step)}
        >
          {t('diagnosis.step.check')}
        </Button>
      ) : (
        <IconLock className={styles.note} size={16} aria-hidden />
      )}
    </li>
  );
}

/** The vendor's five steps, in order, each with what proves it done; closed while anything milder is known. */
export function LastResort(props: {
  readonly report: DiagnosisReport;
  readonly checking: LastResortStep | null;
  readonly onCheck: (step: LastResortStep) => void;
}): ReactNode {
  const { report, checking, onCheck } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { keptZones, lastResort, verdict } = report;
  const kept = keptZones
    ? t('diagnosis.zones-kept', { ...keptZones, when: format.moment(keptZones.at) })
    : t('diagnosis.zones-not-kept');
  return (
    <details className={styles.resort} open={verdict.type === 'last-resort'}>
      <summary>{t('diagnosis.last-resort')}</summary>
      <p className={styles.note}>{t('diagnosis.last-resort.hint')}</p>
      <ol>
        {lastResort.map((state) => (
          <StepLine key={state.step} state={state} checking={checking} onCheck={onCheck} />
        ))}
      </ol>
      <p className={styles.note}>{kept}</p>
      {verdict.type === 'last-resort' && keptZones && <KeptRules />}
    </details>
  );
}
