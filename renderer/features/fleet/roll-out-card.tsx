import { Button, Progress } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircleX,
  IconClock,
  IconLoader2,
  type Icon,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollOut, RollOutTarget } from '../../../main/contract/fleet.ts';
import type { RollOutState, RollOutStepState } from '../../../main/domain/fleet/roll-out.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { failureText } from '../../shared/ui/failure-text.ts';
import sharedStyles from './fleet.module.css';
import styles from './roll-out.module.css';

const MARKS: Readonly<Record<RollOutStepState, Icon>> = {
  waiting: IconClock,
  writing: IconLoader2,
  written: IconCheck,
  failed: IconCircleX,
  undoing: IconLoader2,
  undone: IconArrowBackUp,
};

/** Before this many terminals the list is shown whole. */
const FIRST = 6;

function TargetLine({ target }: { readonly target: RollOutTarget }): ReactNode {
  const { t, i18n } = useTranslation();
  const Mark = MARKS[target.state];
  const failure = target.failure && failureText(i18n, target.failure);
  return (
    <li className={styles.result} data-state={target.state}>
      <Mark size={16} stroke={1.75} aria-label={t(`fleet.step.${target.state}`)} />
      <span className={styles.resultText}>
        {target.terminal}
        {failure && (
          <span className={styles.why}>
            {[failure.title, failure.why].filter(Boolean).join('. ')}
          </span>
        )}
      </span>
    </li>
  );
}

/** What can be done from here; an interrupted roll-out is resumed or taken back. */
const CAN: Readonly<Record<RollOutState, readonly ('proceed' | 'undo')[]>> = {
  open: ['proceed', 'undo'],
  'canary-written': ['proceed', 'undo'],
  'canary-failed': [],
  finished: ['undo'],
  'partly-finished': ['undo'],
  'undo-open': ['undo'],
  undone: [],
  'partly-undone': [],
};

function Actions(props: {
  readonly rollOut: RollOut;
  readonly onProceed: () => void;
  readonly onUndo: () => void;
}): ReactNode {
  const { rollOut, onProceed, onUndo } = props;
  const { t } = useTranslation();
  const can = rollOut.running ? [] : CAN[rollOut.state];
  if (can.length === 0) return null;
  const rest = rollOut.targets.filter(({ state }) => state === 'waiting').length;
  // With one terminal the first is all there is.
  const goesOn = can.includes('proceed') && (rollOut.state === 'open' || rest > 0);
  return (
    <div className={styles.buttons}>
      {goesOn && (
        <Button variant="filled" onClick={onProceed}>
          {rollOut.state === 'open' ? t('fleet.resume') : t('fleet.proceed', { count: rest })}
        </Button>
      )}
      {can.includes('undo') && <Button onClick={onUndo}>{t('fleet.undo')}</Button>}
    </div>
  );
}

/** One roll-out: what, why, how far, what became of each terminal, and what to do next. */
export function RollOutCard(props: {
  readonly rollOut: RollOut;
  readonly onProceed: () => void;
  readonly onUndo: () => void;
}): ReactNode {
  const { rollOut } = props;
  const { t } = useTranslation();
  const { moment } = useFormat();
  const [all, setAll] = useState(false);
  const { targets, state, running } = rollOut;
  const done = targets.filter(
    (one) => one.state !== 'waiting' && one.state !== 'writing' && one.state !== 'undoing',
  ).length;
  const interrupted = !running && (state === 'open' || state === 'undo-open');
  return (
    <section className={styles.card} aria-label={t('fleet.roll-out', { element: rollOut.element })}>
      <h3 className={styles.cardTitle}>
        <code>{rollOut.element}</code> → {rollOut.value ?? t('fleet.removed')}
      </h3>
      <p className={sharedStyles.note}>
        {[moment(rollOut.at), rollOut.author, rollOut.why].filter(Boolean).join(' · ')}
      </p>
      <p className={interrupted ? styles.interrupted : styles.state} role="status">
        {interrupted && <IconAlertTriangle size={16} stroke={1.75} aria-hidden />}
        {interrupted
          ? t('fleet.interrupted', { done, total: targets.length })
          : t(`fleet.state.${running ? 'running' : state}`, { done, total: targets.length })}
      </p>
      {running && (
        <Progress
          aria-label={t('fleet.progress')}
          value={(done / Math.max(1, targets.length)) * 100}
        />
      )}
      <ul className={styles.results}>
        {targets.slice(0, all ? undefined : FIRST).map((target) => (
          <TargetLine key={target.fileId} target={target} />
        ))}
      </ul>
      {!all && targets.length > FIRST && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('fleet.results.all', { count: targets.length })}
        </Button>
      )}
      <Actions {...props} />
    </section>
  );
}
