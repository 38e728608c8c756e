import { useEffect, useState } from 'react';
import type { KnownStreets } from '../../../main/contract/zones.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';

/** Streets of stored orders' addresses; null while there is a better map, and until they are read. */
export function useKnownStreets(wanted: boolean): KnownStreets | null {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [streets, setStreets] = useState<KnownStreets | null>(null);
  useEffect(() => {
    if (wanted) client.zones.knownStreets({}).then(setStreets, notifyFailure);
  }, [client, notifyFailure, wanted]);
  return wanted ? streets : null;
}
