import { useCallback, useEffect, useState } from 'react';
import type { DiagnosisSetUp } from '../../../main/contract/diagnosis.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';

/** A venue that the till may belong to. */
export type VenueChoice = Readonly<{ id: number; name: string; organization: string }>;

/** What is known of the set-up; null until it was read. */
export type SetUp = Readonly<{
  told: DiagnosisSetUp | null;
  venues: readonly VenueChoice[];
  /** Shows the change at once and keeps it. */
  tell(change: Partial<DiagnosisSetUp>): void;
}>;

/** Reads and keeps what a person tells of the set-up. */
export function useSetUp(): SetUp {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [told, setTold] = useState<DiagnosisSetUp | null>(null);
  const [venues, setVenues] = useState<readonly VenueChoice[]>([]);
  const read = useCallback(async () => {
    const known = await client.diagnosis.setUp({});
    setTold(known.setUp);
    setVenues(known.venues);
  }, [client]);
  useEffect(() => {
    read().catch(notifyFailure);
  }, [read, notifyFailure]);
  const tell = (change: Partial<DiagnosisSetUp>): void => {
    if (!told) return;
    const next = { ...told, ...change };
    setTold(next);
    client.diagnosis.saveSetUp(next).catch((error: unknown) => {
      setTold(told);
      notifyFailure(error);
    });
  };
  return { told, venues, tell };
}
