import { NumberInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isHandedOver } from '../../../main/domain/orders/stage.ts';
import { MOST_LIMIT_MINUTES } from '../../../main/domain/status-mapping/status-rules.ts';
import { stageOfStatus } from '../../../main/domain/status-mapping/status-vocabulary.ts';
import styles from './status-mapping.module.css';
import { statusName } from './status-texts.ts';
import type { RuleEdits, Rules } from './use-rules.ts';

type Place = Readonly<{ system: string; status: string }>;

function LimitField(props: {
  readonly place: Place;
  readonly minutes: number | null;
  readonly edits: RuleEdits | null;
}): ReactNode {
  const { place, minutes, edits } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | string>(minutes ?? '');
  const [kept, setKept] = useState(minutes);
  if (kept !== minutes) {
    setKept(minutes);
    setTyped(minutes ?? '');
  }
  const save = (): void => edits?.setLimit(place, Number(typed) > 0 ? Number(typed) : null);
  return (
    <NumberInput
      label={statusName(t, place)}
      description={place.status}
      suffix={` ${t('status-mapping.rules.minutes')}`}
      placeholder={t('status-mapping.rules.no-limit')}
      min={1}
      max={MOST_LIMIT_MINUTES}
      allowDecimal={false}
      allowNegative={false}
      value={typed}
      disabled={!edits}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

/** The longest time an order may stay in each status that does not end its life. */
export function TimeLimits(props: {
  readonly system: string;
  readonly statuses: readonly string[];
  readonly rules: Rules;
  readonly edits: RuleEdits | null;
}): ReactNode {
  const { system, statuses, rules, edits } = props;
  const open = statuses.filter((status) => !isHandedOver(stageOfStatus(system, status)));
  return (
    <div className={styles.limits}>
      {open.map((status) => (
        <LimitField
          key={status}
          place={{ system, status }}
          minutes={
            rules.limits.find((one) => one.system === system && one.status === status)?.minutes ??
            null
          }
          edits={edits}
        />
      ))}
    </div>
  );
}
