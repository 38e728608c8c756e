import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../main/contract/attribution.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { shownPath, levelName } from './source-texts.ts';
import styles from './why.module.css';

/** Everything that may have led to the order, oldest first. */
export function WhyTouches({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { evidence, names } = explanation;
  const touches = evidence.touches.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0));
  const counted = new Set(evidence.chain.map(({ touchId }) => touchId));
  return (
    <div>
      <h4>{t('attribution.why.touches')}</h4>
      {touches.length === 0 && <p className={styles.quiet}>{t('attribution.why.no-touches')}</p>}
      <ul className={styles.list}>
        {touches.map((touch) => (
          <li key={touch.id} className={styles.touch}>
            <span className={styles.kind}>{t(`attribution.touch.${touch.kind}`)}</span>
            <span className={styles.value} title={touch.value}>
              {touch.path.length > 0 ? shownPath(t, names, touch.path) : levelName(t, touch.value)}
            </span>
            <span className={styles.quiet}>
              {[
                touch.at !== null && !touch.id.startsWith('own:') && format.moment(touch.at),
                touch.restored && t('attribution.why.restored'),
                ...touch.sharedKeys.map((key) => t(`attribution.shared.${key}`)),
                counted.has(touch.id) && t('attribution.why.counts'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
