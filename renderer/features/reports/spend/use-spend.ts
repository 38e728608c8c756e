import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpendRow } from '../../../../main/contract/reports.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import { useDid } from '../../../shared/undo/undo-context.tsx';
import type { Reading } from '../../../bridge/reading.ts';
import type { Period } from '../../../../main/domain/reports/report-period.ts';

/** Spend of the period's days. */
export type SpendState = Reading<{ rows: readonly SpendRow[] }>;

/** What one day's spend of a channel is known by. */
export type SpendPlace = Pick<SpendRow, 'day' | 'channel' | 'currency'>;

/** Reads the period's spend, and again when something about it changed. */
export function useSpend({ from, to }: Period) {
  const client = useClient();
  const [state, setState] = useState<SpendState>({ type: 'loading' });
  const read = useCallback(async () => {
    try {
      setState({ type: 'shown', rows: await client.reports.spend({ period: { from, to } }) });
    } catch (error) {
      setState({ type: 'failed', failure: toFailure(error) });
    }
  }, [client, from, to]);
  useEffect(() => {
    void read();
    return client.reports.onChanged(() => void read());
  }, [client, read]);
  return { state, read: () => void read() };
}

/** Names that channels go by: spend told under another name would stand beside the orders, not with them. */
export function useChannelNames(rows: readonly SpendRow[]): readonly string[] {
  const client = useClient();
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    client.attribution.sources({}).then(
      ({ sources }) => setKnown(sources.map(({ name }) => name)),
      // Without the tree the names are typed.
      () => setKnown([]),
    );
  }, [client]);
  const names = new Set([...known, ...rows.map(({ channel }) => channel)]);
  names.delete('');
  return [...names].toSorted((left, right) => left.localeCompare(right, 'ru'));
}

/** Sets a day's spend of a channel (0 takes it away), with a way back to what stood there. */
export function useSaveSpend() {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  return useCallback(
    async ({ day, channel, currency }: SpendPlace, amountMinor: number, before: number) => {
      const save = async (amount: number): Promise<void> => {
        await client.reports.saveSpend({ day, channel, currency, amountMinor: amount });
      };
      await save(amountMinor);
      did({
        title: t('report-screens.spend.saved', { channel }),
        undo: () => save(before),
        redo: () => save(amountMinor),
      });
    },
    [t, client, did],
  );
}
