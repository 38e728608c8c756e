import { ActionIcon, Button } from '@mantine/core';
import { IconExternalLink, IconFilter, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BehindOrder } from '../../../../main/contract/reports.ts';
import type { OrderFilter } from '../../../../main/domain/orders/order-filter.ts';
import type { Dimension } from '../../../../main/domain/reports/report-dimension.ts';
import { DIMENSIONS } from '../../../../main/domain/reports/report-dimension.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { navigate } from '../../../shared/navigation/navigation.ts';
import { FailureNotice } from '../../../shared/ui/failure-notice.tsx';
import { useColumnTitle } from '../figures/use-column-title.ts';
import { useValueText } from '../figures/use-value-text.ts';
import { writeWhole } from '../figures/write-figure.ts';
import type { OnlyChoice } from '../settings/report-settings.ts';
import type { Figure } from '../table/report-table.tsx';
import styles from './behind.module.css';
import { useBehind, type Behind } from './use-behind.ts';

function Order({ order }: { readonly order: BehindOrder }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const status = order.stage === 'unknown' ? order.status : t(`orders.stage.${order.stage}`);
  const at = order.at === null ? format.day(order.day) : format.moment(order.at, order.zone);
  return (
    <li>
      <button
        type="button"
        className={styles.order}
        onClick={() => navigate('orders', { order: String(order.id) })}
      >
        <strong>{order.number || '—'}</strong>
        <span>{order.venue}</span>
        <span>{format.money(order.sumMinor, order.currency)}</span>
        <span className={styles.quiet}>{at}</span>
        <span className={styles.quiet}>{order.source || t('report-screens.empty')}</span>
        <span className={styles.quiet}>{status}</span>
      </button>
    </li>
  );
}

function Orders(props: {
  readonly behind: Behind;
  readonly onMore: () => void;
  readonly onRetry: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { behind } = props;
  if (behind.type === 'loading') return null;
  if (behind.type === 'failed')
    return <FailureNotice failure={behind.failure} onRetry={props.onRetry} />;
  return (
    <ul className={styles.orders} aria-label={t('report-screens.behind')}>
      {behind.orders.map((order) => (
        <Order key={order.id} order={order} />
      ))}
      {behind.next !== null && (
        <li className={styles.more}>
          <Button onClick={props.onMore}>{t('report-screens.behind.more')}</Button>
        </li>
      )}
    </ul>
  );
}

/** What narrows the report to the row: its innermost value that a report can be narrowed by. */
function narrowingOf({ row }: Figure): OnlyChoice | null {
  const last = row.path.at(-1);
  const dimension = DIMENSIONS.find((one) => one === last?.dimension) as Dimension | undefined;
  return last && dimension ? { dimension, values: [last.key] } : null;
}

function Buttons(props: {
  readonly figure: Figure;
  readonly opens: OrderFilter | null;
  readonly onNarrow: ((only: OnlyChoice) => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const { figure, opens, onNarrow } = props;
  const narrowing = narrowingOf(figure);
  return (
    <div className={styles.buttons}>
      {opens && (
        <Button
          leftSection={<IconExternalLink size={14} aria-hidden />}
          onClick={() => navigate('orders', { filter: JSON.stringify(opens) })}
        >
          {t('report-screens.behind.list')}
        </Button>
      )}
      {narrowing && onNarrow && (
        <Button
          leftSection={<IconFilter size={14} aria-hidden />}
          onClick={() => onNarrow(narrowing)}
        >
          {t('report-screens.behind.narrow')}
        </Button>
      )}
    </div>
  );
}

/** The orders behind a figure, beside the table they came from. */
export function BehindCard(props: {
  readonly figure: Figure;
  /** Null: there is no report here to narrow. */
  readonly onNarrow: ((only: OnlyChoice) => void) | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const valueText = useValueText();
  const { figure, onNarrow } = props;
  const { row, column, value, currency } = figure;
  const titleOf = useColumnTitle(currency, format);
  const { behind, more, retry } = useBehind(figure);
  const place = row.path.map(valueText).join(' › ') || t('report-screens.total');
  return (
    <div className={styles.card}>
      <header className={styles.head}>
        <div className={styles.headLine}>
          <h2>{place}</h2>
          <ActionIcon aria-label={t('report-screens.behind.close')} onClick={props.onClose}>
            <IconX size={16} />
          </ActionIcon>
        </div>
        {column && (
          <p className={styles.quiet}>
            {titleOf(column)}: {writeWhole(value, column.unit, { currency, format, t })}
          </p>
        )}
        {behind.type === 'shown' && (
          <p className={styles.quiet}>
            {t('report-screens.behind.count', {
              count: behind.total,
              orders: format.number(behind.total),
              sum: format.money(behind.sumMinor, currency),
            })}
          </p>
        )}
        <Buttons
          figure={figure}
          opens={behind.type === 'shown' ? behind.opens : null}
          onNarrow={onNarrow}
        />
      </header>
      <Orders behind={behind} onMore={more} onRetry={retry} />
    </div>
  );
}
