import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AddressAnswer } from '../../../../main/contract/zone-coverage.ts';
import type { AddressCandidate } from '../../../../main/domain/addresses/address-answer.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './address.module.css';

function Known({ candidate }: { readonly candidate: AddressCandidate }): ReactNode {
  const { t } = useTranslation();
  const { learnt, source } = candidate;
  if (!learnt) {
    return (
      <span className={sharedStyles.quiet}>
        {t(`zone-coverage.geocoder.${source}`)} ·{' '}
        {t(`zone-coverage.precision.${candidate.precision}`)}
      </span>
    );
  }
  const { orders, outliers, spreadM } = learnt;
  return (
    <span className={sharedStyles.quiet}>
      {orders === 1
        ? t('zone-coverage.learnt.once')
        : t('zone-coverage.learnt', { count: orders, metres: spreadM })}
      {outliers > 0 && ` · ${t('zone-coverage.learnt.outliers', { count: outliers })}`}
    </span>
  );
}

/** What an address may mean: one place, several to choose from, neighbours, or nothing. */
export function Candidates(props: {
  readonly answer: AddressAnswer;
  readonly taken: AddressCandidate | null;
  readonly onPick: (candidate: AddressCandidate) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { answer, taken, onPick } = props;
  const candidates =
    answer.type === 'found'
      ? [answer.candidate]
      : answer.type === 'not-found'
        ? []
        : answer.candidates;
  return (
    <section aria-label={t('zone-coverage.address.found')} aria-live="polite">
      <p className={answer.type === 'found' ? sharedStyles.quiet : sharedStyles.warned}>
        {t(`zone-coverage.answer.${answer.type}`)}
      </p>
      <ul className={sharedStyles.plain}>
        {candidates.map((candidate) => (
          <li key={JSON.stringify(candidate)}>
            <button
              type="button"
              className={styles.candidate}
              aria-pressed={candidate === taken}
              onClick={() => onPick(candidate)}
            >
              <strong>{candidate.text}</strong>
              <Known candidate={candidate} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
