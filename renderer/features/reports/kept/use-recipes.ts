import { useCallback, useEffect, useState } from 'react';
import type { Recipe } from '../../../../main/contract/reports.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import type { Reading } from '../../../bridge/reading.ts';

/** Reports that were kept. */
export type RecipesState = Reading<{ recipes: readonly Recipe[] }>;

/** Reads the kept reports, and again when something was kept or removed. */
export function useRecipes() {
  const client = useClient();
  const [state, setState] = useState<RecipesState>({ type: 'loading' });
  const read = useCallback(async () => {
    try {
      setState({ type: 'shown', recipes: await client.reports.recipes({}) });
    } catch (error) {
      setState({ type: 'failed', failure: toFailure(error) });
    }
  }, [client]);
  useEffect(() => {
    void read();
    return client.reports.onChanged(() => void read());
  }, [client, read]);
  return { state, read: () => void read() };
}
