import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ChecklistItem,
  CoverageTerminal,
  OrganizationCoverage,
} from '../../../../main/contract/zone-coverage.ts';
import type {
  FieldValue,
  RowField,
} from '../../../../main/domain/zone-coverage/schedule-difference.ts';
import { clockText } from '../../../shared/format/clock.ts';
import { useFormat, type Format } from '../../../shared/format/use-format.ts';
import { daysText, maskDays } from '../week-text.ts';
import sharedStyles from '../zone-coverage.module.css';
import styles from './terminals.module.css';
import { ReadAgain } from './read-again.tsx';

type Write = (field: RowField, value: FieldValue) => string;

function valueText(t: TFunction, format: Format, currency: string): Write {
  return (field, value) => {
    if (value === null) return t('zone-coverage.value.none');
    if (typeof value === 'object') return `${clockText(value.from)}–${clockText(value.to)}`;
    if (field === 'weekdays')
      return daysText(t, maskDays(value)) || t('zone-coverage.value.no-days');
    if (field === 'minSumMinor' || field === 'feeMinor') return format.money(value, currency);
    return format.number(value);
  };
}

function Item(props: {
  readonly item: ChecklistItem;
  readonly write: Write;
  readonly terminal: string;
}): ReactNode {
  const { t } = useTranslation();
  const { item, write, terminal } = props;
  const { difference, done } = item;
  const zone = difference.zone === '' ? t('zone-coverage.every-zone') : difference.zone;
  const Mark = done ? IconCircleCheck : IconCircle;
  return (
    <li className={styles.item} data-done={done || undefined}>
      <Mark
        size={16}
        stroke={1.75}
        aria-label={t(done ? 'zone-coverage.done' : 'zone-coverage.to-do')}
      />
      <div>
        <div className={styles.where}>
          {zone} · {terminal}
        </div>
        {difference.kind === 'field' ? (
          <div>
            {t(`zone-coverage.field.${difference.field}`)}:{' '}
            <strong>{write(difference.field, difference.ours)}</strong>
            <span className={sharedStyles.quiet}>
              {' '}
              {t('zone-coverage.in-iiko', { value: write(difference.field, difference.theirs) })}
            </span>
          </div>
        ) : (
          <div>{t(`zone-coverage.checklist.${difference.kind}`)}</div>
        )}
      </div>
    </li>
  );
}

function Items(props: {
  readonly organization: OrganizationCoverage;
  readonly terminals: readonly CoverageTerminal[];
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { organization, terminals } = props;
  const write = valueText(t, format, organization.currency);
  const nameOf = (venueId: number): string =>
    terminals.find(({ id }) => id === venueId)?.name ?? t('zone-coverage.unknown-terminal');
  return (
    <ul className={sharedStyles.plain}>
      {organization.checklist.map((item) => (
        <Item
          key={JSON.stringify(item.difference)}
          item={item}
          write={write}
          terminal={nameOf(item.difference.venueId)}
        />
      ))}
    </ul>
  );
}

/** What is to be entered in iikoOffice, since the API cannot write it; ticked once the API shows it. */
export function Checklist(props: {
  readonly organization: OrganizationCoverage;
  readonly terminals: readonly CoverageTerminal[];
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, iiko, saved, checklist } = props.organization;
  const left = checklist.filter(({ done }) => !done).length;
  return (
    <section aria-label={t('zone-coverage.checklist')}>
      <h2 className={sharedStyles.title}>{t('zone-coverage.checklist')}</h2>
      <p className={sharedStyles.quiet}>
        {iiko
          ? t('zone-coverage.checklist.as-of', { at: format.moment(iiko.readAt) })
          : t('zone-coverage.checklist.no-iiko')}
      </p>
      {iiko && (
        <p role="status">
          {saved === null
            ? t('zone-coverage.checklist.iiko-stands')
            : left === 0
              ? t('zone-coverage.checklist.same')
              : t('zone-coverage.checklist.left', { count: left })}
        </p>
      )}
      <Items {...props} />
      <ReadAgain organizationId={id} />
    </section>
  );
}
