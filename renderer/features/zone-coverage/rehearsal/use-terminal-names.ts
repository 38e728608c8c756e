import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../bridge/client-context.tsx';

/** Names of terminals by their numbers. */
export function useTerminalNames(): (venueId: number) => string {
  const { t } = useTranslation();
  const client = useClient();
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    client.orders.choices({}).then(
      ({ venues }) => setNames(new Map(venues.map(({ id, name }) => [id, name]))),
      () => undefined,
    );
  }, [client]);
  return (venueId) => names.get(venueId) ?? t('zone-coverage.unknown-terminal');
}
