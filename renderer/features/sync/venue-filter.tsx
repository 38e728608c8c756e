import { Select } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinedVenue } from '../../../main/contract/joining.ts';
import { useClient } from '../../bridge/client-context.tsx';

/** Venues as a person knows them: one that several systems tell of is there once. */
function useVenues(): readonly JoinedVenue[] {
  const client = useClient();
  const [venues, setVenues] = useState<readonly JoinedVenue[]>([]);
  useEffect(() => {
    let shown = true;
    const read = (): void =>
      void client.joining.venues({}).then(
        (all) => shown && setVenues(all.filter(({ joinedTo }) => joinedTo === null)),
        () => undefined,
      );
    read();
    const stop = client.joining.onChanged(read);
    return () => {
      shown = false;
      stop();
    };
  }, [client]);
  return venues;
}

/** One venue, or all of them; nothing to choose while there is but one. */
export function VenueFilter(props: {
  readonly venueId: number | null;
  readonly onChoose: (venueId: number | null) => void;
}): ReactNode {
  const { venueId, onChoose } = props;
  const { t } = useTranslation();
  const venues = useVenues();
  if (venues.length < 2) return null;
  return (
    <Select
      aria-label={t('sync.venue')}
      placeholder={t('sync.venue.all')}
      w={200}
      clearable
      searchable
      comboboxProps={{ withinPortal: false }}
      data={venues.map((one) => ({
        value: String(one.venueId),
        label: one.venue || t('sync.venue.unnamed'),
      }))}
      value={venueId === null ? null : String(venueId)}
      onChange={(chosen) => onChoose(chosen === null ? null : Number(chosen))}
    />
  );
}
