import { Button, MultiSelect, NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RFM_SEGMENTS, type RfmSegment } from '../../../../main/domain/reports/rfm.ts';
import { minorDigits } from '../../../../main/domain/money.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../../shared/ui/use-submit.ts';
import { useDaysText } from '../settings/use-days-text.ts';
import type { Period } from '../../../../main/domain/reports/report-period.ts';
import { EMPTY_SEGMENT, isComplete, ruleOf, type SegmentDraft } from './segment-draft.ts';
import styles from './segments.module.css';

const LONGEST_NAME = 80;

type Bound = 'leastOrders' | 'leastMoney' | 'leastDaysAgo' | 'mostDaysAgo';

const BOUNDS: readonly Bound[] = ['leastOrders', 'leastMoney', 'leastDaysAgo', 'mostDaysAgo'];

function Fields(props: {
  readonly draft: SegmentDraft;
  readonly onChange: (change: Partial<SegmentDraft>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { draft, onChange } = props;
  return (
    <>
      <TextInput
        label={t('report-screens.segment.name')}
        value={draft.name}
        maxLength={LONGEST_NAME}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <MultiSelect
        label={t('report-screens.segment.rfm')}
        placeholder={draft.segments.length === 0 ? t('report-screens.segment.any') : ''}
        data={RFM_SEGMENTS.map((value) => ({ value, label: t(`reports.value.segment.${value}`) }))}
        value={[...draft.segments]}
        onChange={(segments) => onChange({ segments: segments as RfmSegment[] })}
      />
      <div className={styles.bounds}>
        {BOUNDS.map((name) => (
          <NumberInput
            key={name}
            label={t(`report-screens.segment.${name}`)}
            min={0}
            max={1_000_000_000}
            allowDecimal={false}
            value={draft[name]}
            onChange={(value) => onChange({ [name]: typeof value === 'number' ? value : '' })}
          />
        ))}
      </div>
    </>
  );
}

/** Saves who is chosen by RFM segment and by bounds, over the report's period. */
export function SegmentForm(props: {
  readonly period: Period;
  readonly currency: string;
}): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const daysText = useDaysText();
  const { period, currency } = props;
  const [draft, setDraft] = useState(EMPTY_SEGMENT);
  const { busy, failure, submit } = useSubmit(
    async () => {
      const rule = ruleOf(draft, period, 10 ** minorDigits(currency));
      await client.reports.saveSegment({ id: null, name: draft.name.trim(), rule });
    },
    () => setDraft(EMPTY_SEGMENT),
  );
  return (
    <form className={styles.form} onSubmit={submit}>
      <h3>{t('report-screens.segment.new')}</h3>
      <Fields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      {failure && <FailureNotice failure={failure} />}
      <div className={styles.end}>
        <Button type="submit" variant="filled" loading={busy} disabled={!isComplete(draft)}>
          {t('report-screens.segment.save')}
        </Button>
        <span>{t('report-screens.segment.period', { days: daysText(period) })}</span>
      </div>
    </form>
  );
}
