import { useEffect, useState } from 'react';
import type { ConfigVersion } from '../../../main/contract/config-changes.ts';
import type { OpenConfigFile } from '../../../main/contract/config-files.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';

export type HistoryState =
  | Readonly<{ type: 'loading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; versions: readonly ConfigVersion[] }>;

/** Versions of a file, read again whenever it is another one or has another content. */
export function useHistory({ file, versionId }: OpenConfigFile): HistoryState {
  const client = useClient();
  const [state, setState] = useState<HistoryState>({ type: 'loading' });
  useEffect(() => {
    let here = true;
    const show = (next: HistoryState): void => {
      if (here) setState(next);
    };
    client.configFiles.history({ fileId: file.id }).then(
      (versions) => show({ type: 'shown', versions }),
      (error: unknown) => show({ type: 'failed', failure: toFailure(error) }),
    );
    return () => {
      here = false;
    };
  }, [client, file.id, versionId]);
  return state;
}
