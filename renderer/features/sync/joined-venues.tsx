import { Select } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinedVenue } from '../../../main/contract/joining.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './joined-venues.module.css';

function useVendorName(): (vendor: string) => string {
  const { t, i18n } = useTranslation();
  return (vendor) => {
    const key = `joining.vendor.${vendor}`;
    return i18n.exists(key) ? t(key) : vendor;
  };
}

/** Venues that this one may be: of another system, and joined to nothing themselves. */
const homesFor = (venue: JoinedVenue, all: readonly JoinedVenue[]): readonly JoinedVenue[] =>
  all.filter((one) => one.vendor !== venue.vendor && one.joinedTo === null);

function VenueRow(props: {
  readonly venue: JoinedVenue;
  readonly all: readonly JoinedVenue[];
  readonly onJoin: (toId: number | null) => void;
}): ReactNode {
  const { venue, all, onJoin } = props;
  const { t } = useTranslation();
  const vendorName = useVendorName();
  const name = venue.venue || t('sync.venue.unnamed');
  const isHome = all.some(({ joinedTo }) => joinedTo === venue.venueId);
  const by = venue.regrouping ? 'regrouping' : venue.joinedTo === null ? null : venue.by;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.organization}>{venue.organization}</span>
      </th>
      <td>{vendorName(venue.vendor)}</td>
      <td>
        {isHome ? (
          <span className={styles.note}>{t('joining.home')}</span>
        ) : (
          <Select
            aria-label={t('joining.same-as', { venue: name })}
            placeholder={t('joining.alone')}
            clearable
            searchable
            comboboxProps={{ withinPortal: false }}
            data={homesFor(venue, all).map((one) => ({
              value: String(one.venueId),
              label: `${one.venue || t('sync.venue.unnamed')} · ${vendorName(one.vendor)}`,
            }))}
            value={venue.joinedTo === null ? null : String(venue.joinedTo)}
            onChange={(id) => onJoin(id === null ? null : Number(id))}
          />
        )}
      </td>
      <td className={styles.note}>{by && t(`joining.by.${by}`)}</td>
    </tr>
  );
}

/** Venues as several systems know them: which is which, and by what that was seen. */
export function JoinedVenues(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [venues, setVenues] = useState<readonly JoinedVenue[]>([]);
  const read = useCallback(
    () => client.joining.venues({}).then(setVenues, notifyFailure),
    [client, notifyFailure],
  );
  useEffect(() => {
    void read();
    return client.joining.onChanged(() => void read());
  }, [client, read]);
  if (venues.length === 0) return null;
  const join = (venueId: number, toId: number | null): void => {
    client.joining.join({ venueId, toId }).then(read, notifyFailure);
  };
  return (
    <section className={styles.venues} aria-labelledby="joined-venues">
      <h2 id="joined-venues" className={styles.heading}>
        {t('joining.venues')}
      </h2>
      <p className={styles.note}>{t('joining.venues.text')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('sync.venue')}</th>
            <th scope="col">{t('joining.system')}</th>
            <th scope="col">{t('joining.same')}</th>
            <th scope="col">{t('joining.by')}</th>
          </tr>
        </thead>
        <tbody>
          {venues.map((venue) => (
            <VenueRow
              key={venue.venueId}
              venue={venue}
              all={venues}
              onJoin={(toId) => join(venue.venueId, toId)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
