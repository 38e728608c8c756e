import { Loader } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosedLink } from '../../../main/contract/diagnosis.ts';
import type { Fact, Link } from '../../../main/domain/diagnosis/diagnosis-link.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import styles from './link-path.module.css';
import { factText } from './link-texts.ts';

type State = DiagnosedLink['state'];

const MARKS: Readonly<Record<State, Icon>> = {
  good: IconCircleCheck,
  broken: IconCircleX,
  unknown: IconHelpCircle,
  'not-reached': IconCircleDashed,
};

function Mark(props: { readonly state: State; readonly checking: boolean }): ReactNode {
  const { t } = useTranslation();
  if (props.checking) return <Loader size={16} aria-label={t('diagnosis.state.checking')} />;
  const Shown = MARKS[props.state];
  return <Shown className={styles[props.state]} size={20} stroke={1.75} aria-hidden />;
}

function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const { i18n } = useTranslation();
  if (facts.length === 0) return null;
  return (
    <ul className={styles.facts}>
      {facts.map((one) => (
        <li key={one.code}>{factText(i18n, one)}</li>
      ))}
    </ul>
  );
}

/** What works is told in a breath: the eye looks for what does not. */
function QuietFacts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const { i18n } = useTranslation();
  return <p className={styles.about}>{facts.map((one) => factText(i18n, one)).join(' · ')}</p>;
}

function Words({ judged }: { readonly judged: DiagnosedLink }): ReactNode {
  const { t } = useTranslation();
  switch (judged.state) {
    case 'not-reached':
      return null;
    case 'good':
      return <QuietFacts facts={judged.facts} />;
    case 'unknown':
      return (
        <>
          <p className={styles.why}>{t(`diagnosis.unknown.${judged.why}`)}</p>
          <Facts facts={judged.facts} />
        </>
      );
    case 'broken':
      return (
        <>
          <p className={styles.cause}>{t(`diagnosis.cause.${judged.cause}`)}</p>
          <p className={styles.detail}>
            {t(`diagnosis.cause.${judged.cause}.detail`, judged.params)}
          </p>
          <Facts facts={judged.facts} />
        </>
      );
  }
}

/** One link of the way: its mark, its name, what was seen, and the cure under a proven cause. */
export function LinkStep(props: {
  readonly link: Link;
  readonly judged: DiagnosedLink | undefined;
  readonly checking: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  const { link, judged, checking, children } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const state = judged?.state ?? 'not-reached';
  const seconds = judged && judged.elapsedMs >= 100 ? judged.elapsedMs / 1000 : null;
  return (
    <li className={styles.step} data-state={state}>
      <Mark state={state} checking={checking} />
      <div className={styles.body}>
        <div className={styles.head}>
          <h3>{t(`diagnosis.link.${link}`)}</h3>
          {state !== 'not-reached' && (
            <span className={styles[state]}>{t(`diagnosis.state.${state}`)}</span>
          )}
          {seconds !== null && (
            <span className={styles.time}>
              {t('diagnosis.seconds', { seconds: format.number(seconds, 1) })}
            </span>
          )}
        </div>
        {state === 'not-reached' && (
          <p className={styles.about}>{t(`diagnosis.link.${link}.about`)}</p>
        )}
        {judged && <Words judged={judged} />}
        {children}
      </div>
    </li>
  );
}
