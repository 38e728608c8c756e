import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalEntry, OrderCard } from '../../../../main/contract/orders.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import styles from './card-journal.module.css';
import { CardSection } from './card-section.tsx';
import { useChangeValue } from './use-change-value.ts';

type Write = (field: string, value: string) => string;

function Change(props: {
  readonly change: JournalEntry['changes'][number];
  readonly write: Write;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { field, before, after } = props.change;
  const key = `orders.change.${field}`;
  const name = i18n.exists(key) ? t(key) : field;
  if (before === '' && after === '') return <li>{name}</li>;
  return (
    <li>
      {name}: {before && <del>{props.write(field, before)}</del>}{' '}
      <ins>{props.write(field, after) || '—'}</ins>
    </li>
  );
}

function Entry(props: {
  readonly entry: JournalEntry;
  readonly zone: string;
  readonly write: Write;
  readonly onPayload: (versionId: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { entry, zone } = props;
  return (
    <li className={styles.entry}>
      <div className={styles.top}>
        <time>{format.moment(entry.observedAt, zone)}</time>
        <span className={styles.path}>{t(`orders.path.${entry.path}`)}</span>
        <button
          type="button"
          className={styles.payload}
          onClick={() => props.onPayload(entry.versionId)}
        >
          {t('orders.payload.open')}
        </button>
      </div>
      {entry.changes.length === 0 ? (
        <p className={styles.first}>{t('orders.journal.first')}</p>
      ) : (
        <ul className={styles.changes}>
          {entry.changes.map((change) => (
            <Change key={change.field} change={change} write={props.write} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Everything that was seen to change, newest first, each with what the vendor sent. */
export function CardJournal(props: {
  readonly card: OrderCard;
  readonly venueName: (id: number) => string;
  readonly onPayload: (versionId: number | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { journal, row } = props.card;
  const write = useChangeValue(row.currency, row.zone, props.venueName);
  return (
    <CardSection title={t('orders.card.journal', { count: journal.length })}>
      <ol className={styles.entries}>
        {journal.map((entry) => (
          <Entry
            key={entry.versionId}
            entry={entry}
            zone={row.zone}
            write={write}
            onPayload={props.onPayload}
          />
        ))}
      </ol>
    </CardSection>
  );
}
