import { Button, Loader } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../main/contract/attribution.ts';
import type { Client } from '../../../main/contract/index.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { ruleLabel, shownPath } from './source-texts.ts';
import { useRead } from './use-read.ts';
import { WhyModels } from './why-models.tsx';
import { WhyRules } from './why-rules.tsx';
import { WhyTouches } from './why-touches.tsx';
import styles from './why.module.css';

function Answer({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t } = useTranslation();
  const { evidence, names, rules } = explanation;
  const place = rules.findIndex(({ id }) => id === evidence.ruleId);
  const rule = rules[place];
  return (
    <div className={styles.answer}>
      <strong className={styles.source}>{shownPath(t, names, evidence.source)}</strong>
      <span className={styles.quiet}>
        {rule
          ? t(`attribution.why.by.${evidence.origin}`, {
              number: place + 1,
              rule: ruleLabel(t, rule),
            })
          : t('attribution.why.by.none')}
      </span>
      {evidence.restored && (
        <span className={styles.restored}>
          <IconArrowBackUp size={14} aria-hidden />
          {t('attribution.why.restored')}
        </span>
      )}
      {explanation.waiting && <span className={styles.quiet}>{t('attribution.why.waiting')}</span>}
    </div>
  );
}

function Evidence({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const Mark = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Answer explanation={explanation} />
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.more}
        aria-expanded={open}
        leftSection={<Mark size={14} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {t('attribution.why.evidence')}
      </Button>
      {open && (
        <div className={styles.evidence}>
          <WhyTouches explanation={explanation} />
          <WhyRules explanation={explanation} />
          <WhyModels explanation={explanation} />
        </div>
      )}
    </>
  );
}

/** «Почему этот источник?»: the answer, and behind it every touch, rule and model. */
export function WhySource({ orderId }: { readonly orderId: number }): ReactNode {
  const { t } = useTranslation();
  const read = useCallback((client: Client) => client.attribution.explain({ orderId }), [orderId]);
  const [state, again] = useRead(read);
  return (
    <section className={styles.section} aria-label={t('attribution.why')}>
      <h3>{t('attribution.why')}</h3>
      {state.type === 'loading' && (
        <Loader size="xs" role="status" aria-label={t('attribution.loading')} />
      )}
      {state.type === 'failed' && <FailureNotice failure={state.failure} onRetry={again} />}
      {state.type === 'shown' && <Evidence key={orderId} explanation={state.value} />}
    </section>
  );
}
