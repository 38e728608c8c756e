import { Loader } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProbeReport } from '../../../main/contract/connections.ts';
import { assertNever } from '../../../main/domain/assert-never.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import styles from './probe-steps.module.css';
import type { Probe } from './use-probe.ts';

type Step = ProbeReport[number];

/** The way of a test, in its order, by system; any other goes Cloud's way. */
const CLOUD_STEPS: readonly Step['step'][] = [
  'token',
  'organizations',
  'venues',
  'alive',
  'orders',
  'dictionaries',
];
const STEPS: Readonly<Record<string, readonly Step['step'][]>> = {
  'iiko-server': ['certificate', 'version', 'token', 'venues', 'columns', 'orders', 'logout'],
};

const MARKS: Readonly<Record<Step['state'], Icon>> = {
  passed: IconCircleCheck,
  warned: IconAlertTriangle,
  failed: IconCircleX,
};

function StepMark({
  step,
  running,
}: {
  readonly step: Step | undefined;
  readonly running: boolean;
}) {
  const { t } = useTranslation();
  if (step) {
    const Mark = MARKS[step.state];
    const label = t(`connections.test.${step.state}`);
    return <Mark className={styles[step.state]} size={18} stroke={1.75} aria-label={label} />;
  }
  if (running) return <Loader size={16} aria-label={t('connections.test.running')} />;
  return (
    <IconCircleDashed
      className={styles.pending}
      size={18}
      stroke={1.5}
      aria-label={t('connections.test.not-tried')}
    />
  );
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function StepLine(props: {
  readonly vendor: string;
  readonly name: Step['step'];
  readonly step: Step | undefined;
  readonly running: boolean;
}): ReactNode {
  const { vendor, name, step, running } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const title = t([`connections.step.${vendor}.${name}`, `connections.step.${name}`]);
  const day = String(step?.params['day'] ?? '');
  const params = DAY.test(day) ? { ...step?.params, day: format.day(day) } : (step?.params ?? {});
  return (
    <li className={styles.step}>
      <StepMark step={step} running={running} />
      <div className={styles.text}>
        <span className={step ? styles.name : styles.quiet}>{title}</span>
        {step && (
          <span className={step.state === 'passed' ? styles.evidence : styles.finding}>
            {t([`connections.evidence.${step.evidence}`, `failure.${step.evidence}`], params)}
          </span>
        )}
      </div>
      {step && (
        <span className={styles.time}>
          {t('connections.test.seconds', { seconds: format.number(step.elapsedMs / 1000, 1) })}
        </span>
      )}
    </li>
  );
}

/** The vertical path of a test: each step green, amber or red with what was seen and what to do. */
export function ProbeSteps(props: {
  readonly vendor: string;
  readonly probe: Probe;
  readonly onRetry?: () => void;
}): ReactNode {
  const { vendor, probe, onRetry } = props;
  const { t } = useTranslation();
  switch (probe.type) {
    case 'none':
      return null;
    case 'failed':
      return <FailureNotice failure={probe.failure} onRetry={onRetry} />;
    case 'running':
    case 'shown': {
      const report = probe.type === 'shown' ? probe.report : [];
      const running = probe.type === 'running';
      return (
        <ol className={styles.steps} aria-label={t('connections.test')} aria-busy={running}>
          {(STEPS[vendor] ?? CLOUD_STEPS).map((name, index) => (
            <StepLine
              key={name}
              vendor={vendor}
              name={name}
              step={report.find(({ step }) => step === name)}
              running={running && index === 0}
            />
          ))}
        </ol>
      );
    }
    default:
      return assertNever(probe);
  }
}
