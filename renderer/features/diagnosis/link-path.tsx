import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LINKS } from '../../../main/domain/diagnosis/diagnosis-link.ts';
import { CureCard } from './cure-card.tsx';
import { shownLinks, type DiagnosisState } from './diagnosis-slice.ts';
import styles from './link-path.module.css';
import { LinkStep } from './link-step.tsx';

/** The order's way from the file to its trail: green, open, or stopped at red with the cure. */
export function LinkPath({ state }: { readonly state: DiagnosisState }): ReactNode {
  const { t } = useTranslation();
  const links = shownLinks(state);
  const { walking, report } = state;
  const current = walking?.type === 'walk' ? walking.current : null;
  const verdict = walking === null ? report?.verdict : undefined;
  return (
    <ol className={styles.path} aria-label={t('diagnosis.path')} aria-busy={walking !== null}>
      {LINKS.map((link) => (
        <LinkStep
          key={link}
          link={link}
          judged={links.find((one) => one.link === link)}
          checking={current === link}
        >
          {verdict?.type === 'cause' && verdict.link === link && <CureCard cure={verdict.cure} />}
        </LinkStep>
      ))}
    </ol>
  );
}
