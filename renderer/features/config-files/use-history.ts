import { useEffect, useState } from 'react';
import type { ConfigVersion } from '../../../main/contract/config-changes.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

/** Versions of the opened file, newest first. */
export type HistoryState = Reading<{ versions: readonly ConfigVersion[] }>;

/** Versions of a file, read again whenever it is another one or `content` changes. */
export function useHistory(fileId: number, content: number | string): HistoryState {
  const client = useClient();
  const [state, setState] = useState<HistoryState>({ type: 'loading' });
  useEffect(() => {
    let here = true;
    const show = (next: HistoryState): void => {
      if (here) setState(next);
    };
    client.configFiles.history({ fileId }).then(
      (versions) => show({ type: 'shown', versions }),
      (error: unknown) => show({ type: 'failed', failure: toFailure(error) }),
    );
    return () => {
      here = false;
    };
  }, [client, fileId, content]);
  return state;
}
