import { useEffect, useState } from 'react';
import type { Quarantine } from '../../../main/contract/sync.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

/** What could not be read, newest first. */
export type QuarantineState = Reading<{ entries: readonly Quarantine[] }>;

const MOST = 500;

/** What could not be read, newest first; read again when statements change. */
export function useQuarantine(): QuarantineState {
  const client = useClient();
  const [state, setState] = useState<QuarantineState>({ type: 'loading' });
  useEffect(() => {
    let here = true;
    const read = async (): Promise<void> => {
      const next = await client.sync.quarantine({ count: MOST }).then(
        (entries): QuarantineState => ({ type: 'shown', entries }),
        (error: unknown): QuarantineState => ({ type: 'failed', failure: toFailure(error) }),
      );
      if (here) setState(next);
    };
    void read();
    const stop = client.sync.onCompletenessChanged(() => void read());
    return () => {
      here = false;
      stop();
    };
  }, [client]);
  return state;
}
