import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CoverageSchedule,
  OrganizationCoverage,
} from '../../../../main/contract/zone-coverage.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './terminals.module.css';
import { AmountField, MoneyField } from './amount-field.tsx';
import { ClockRange } from './clock-range.tsx';
import type { CoverageEdits } from './use-coverage.ts';

/** A switch and, when it is on, the value that then holds for all. */
function Common(props: {
  readonly label: string;
  readonly on: boolean;
  readonly disabled: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly children?: ReactNode;
}): ReactNode {
  const { label, on, disabled, onSwitch, children } = props;
  return (
    <div className={styles.common}>
      <Switch
        label={label}
        checked={on}
        disabled={disabled}
        onChange={({ currentTarget }) => onSwitch(currentTarget.checked)}
      />
      {on && children}
    </div>
  );
}

type TermsProps = Readonly<{
  schedule: CoverageSchedule;
  currency: string;
  disabled: boolean;
  onSet: (change: Partial<CoverageSchedule>) => void;
}>;

/** Work time and days. */
function Times({ schedule, disabled, onSet }: TermsProps): ReactNode {
  const { t } = useTranslation();
  const { commonHours, sameAllWeek } = schedule;
  const label = t('zone-coverage.common.hours');
  return (
    <>
      <Common
        label={label}
        on={commonHours !== null}
        disabled={disabled}
        onSwitch={(on) => onSet({ commonHours: on ? { from: 600, to: 1320 } : null })}
      >
        {commonHours && (
          <ClockRange
            label={label}
            {...commonHours}
            onSave={disabled ? null : (hours) => onSet({ commonHours: hours })}
          />
        )}
      </Common>
      <Common
        label={t('zone-coverage.common.week')}
        on={sameAllWeek}
        disabled={disabled}
        onSwitch={(on) => onSet({ sameAllWeek: on })}
      />
    </>
  );
}

const FIRST_MINUTES = 60;

/** Least sum, price and duration. */
function Amounts({ schedule, currency, disabled, onSet }: TermsProps): ReactNode {
  const { t } = useTranslation();
  const { commonMinSumMinor: minSum, commonFeeMinor: fee } = schedule;
  const { commonDurationMinutes: duration } = schedule;
  return (
    <>
      <Common
        label={t('zone-coverage.common.min-sum')}
        on={minSum !== null}
        disabled={disabled}
        onSwitch={(on) => onSet({ commonMinSumMinor: on ? 0 : null })}
      >
        <MoneyField
          label={t('zone-coverage.row.min-sum')}
          value={minSum}
          currency={currency}
          disabled={disabled}
          onSave={(value) => onSet({ commonMinSumMinor: value ?? 0 })}
        />
      </Common>
      <Common
        label={t('zone-coverage.common.fee')}
        on={fee !== null}
        disabled={disabled}
        onSwitch={(on) => onSet({ commonFeeMinor: on ? 0 : null })}
      >
        <MoneyField
          label={t('zone-coverage.row.fee')}
          value={fee}
          currency={currency}
          disabled={disabled}
          onSave={(value) => onSet({ commonFeeMinor: value ?? 0 })}
        />
      </Common>
      <Common
        label={t('zone-coverage.common.duration')}
        on={duration !== null}
        disabled={disabled}
        onSwitch={(on) => onSet({ commonDurationMinutes: on ? FIRST_MINUTES : null })}
      >
        <AmountField
          label={t('zone-coverage.row.duration')}
          value={duration}
          digits={0}
          disabled={disabled}
          onSave={(value) => onSet({ commonDurationMinutes: value ?? 0 })}
        />
      </Common>
    </>
  );
}

/** What holds for every terminal and zone of an organization, as «Общее время работы» does in iiko. */
export function SharedTerms(props: {
  readonly organization: OrganizationCoverage;
  readonly edits: CoverageEdits | null;
}): ReactNode {
  const { t } = useTranslation();
  const { organization, edits } = props;
  const { schedule, currency } = organization;
  const onSet: TermsProps['onSet'] = (change) =>
    edits?.save(organization, { ...schedule, ...change }, t('zone-coverage.did.common'));
  const terms = { schedule, currency, onSet, disabled: edits === null };
  return (
    <section aria-label={t('zone-coverage.common')}>
      <h2 className={sharedStyles.title}>{t('zone-coverage.common')}</h2>
      <Times {...terms} />
      <Amounts {...terms} />
    </section>
  );
}
