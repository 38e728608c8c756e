import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../main/contract/attribution.ts';
import { WHOLE_CREDIT } from '../../../main/domain/attribution/attribution-models.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { shownPath } from './source-texts.ts';
import styles from './why.module.css';

const PERCENT = WHOLE_CREDIT / 100;

/** What every model says of this order. */
export function WhyModels({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { evidence, names } = explanation;
  const { currency } = evidence.facts;
  return (
    <div>
      <h4>{t('attribution.why.models')}</h4>
      <dl className={styles.models}>
        {evidence.models.map(({ model, credits }) => (
          <div key={model} className={styles.model}>
            <dt title={t(`attribution.model.${model}.text`)}>{t(`attribution.model.${model}`)}</dt>
            <dd>
              {credits.map((credit) => (
                <div key={credit.fromPart} className={styles.credit}>
                  <span className={styles.value}>{shownPath(t, names, credit.path)}</span>
                  {credits.length > 1 && (
                    <span className={styles.part}>
                      {format.number(credit.parts / PERCENT, 2)} % ·{' '}
                      {format.exactMoney(credit.sumMinor, currency)}
                    </span>
                  )}
                </div>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
