import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCirclePlus,
  IconMinus,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../main/contract/attribution.ts';
import type { RuleTry, RuleVerdict } from '../../../main/domain/attribution/attribution-tries.ts';
import { ruleLabel, shownPath, writeMinutes } from './source-texts.ts';
import styles from './why.module.css';

const ICONS: Readonly<Partial<Record<RuleVerdict, Icon>>> = {
  won: IconCircleCheck,
  joined: IconCirclePlus,
  yielded: IconMinus,
  ambiguous: IconAlertTriangle,
};

/** The rule that beat it, by number and name; '' when nothing did. */
function useRival(explanation: Explanation): (ruleId: string | null) => string {
  const { t } = useTranslation();
  return (ruleId) => {
    const place = explanation.rules.findIndex(({ id }) => id === ruleId);
    const rule = explanation.rules[place];
    return rule ? `${place + 1}. ${ruleLabel(t, rule)}` : '';
  };
}

function Details(props: { readonly tried: RuleTry; readonly explanation: Explanation }): ReactNode {
  const { tried, explanation } = props;
  const { t } = useTranslation();
  if (tried.judgements.length === 0) return null;
  const valueOf = (id: string): string =>
    explanation.evidence.touches.find((touch) => touch.id === id)?.value ?? '';
  return (
    <ul className={styles.judgements}>
      {tried.judgements.map(({ touchId, verdict, path, minutesBefore, near }) => (
        <li key={touchId}>
          {path ? shownPath(t, explanation.names, path) : valueOf(touchId)}
          {minutesBefore !== null && minutesBefore !== 0 && (
            <span>
              {' · '}
              {t(minutesBefore > 0 ? 'attribution.before' : 'attribution.after', {
                time: writeMinutes(t, minutesBefore),
              })}
            </span>
          )}
          {verdict !== 'taken' && verdict !== tried.verdict && (
            <span> · {t(`attribution.verdict.${verdict}`)}</span>
          )}
          {near !== null && <span> · {t('attribution.near', { code: near })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Every rule in its order, and why it won or lost. */
export function WhyRules({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t } = useTranslation();
  const rival = useRival(explanation);
  const { evidence, rules } = explanation;
  return (
    <div>
      <h4>{t('attribution.why.rules')}</h4>
      <ol className={styles.tries}>
        {evidence.tries.map((tried, place) => {
          const rule = rules[place];
          const Mark = ICONS[tried.verdict] ?? IconCircleDashed;
          return (
            <li key={tried.ruleId} className={styles.try} data-verdict={tried.verdict}>
              <Mark size={14} aria-hidden className={styles.mark} />
              <div>
                <span className={styles.rule}>
                  {place + 1}. {rule && ruleLabel(t, rule)}
                </span>{' '}
                <span className={styles.verdict}>
                  {t(`attribution.verdict.${tried.verdict}`, {
                    rule: rival(tried.to),
                    fields: tried.missing
                      .map((field) => t(`attribution.field.${field}`))
                      .join(', '),
                  })}
                </span>
                <Details tried={tried} explanation={explanation} />
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
