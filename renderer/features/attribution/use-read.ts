import { useCallback, useEffect, useRef, useState } from 'react';
import type { Client } from '../../../main/contract/index.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

/** A value of the core that is read again when something of sources changes. */
export type Read<Value> = Reading<{ value: Value }>;

/** Many announcements in a row are read once. */
const CALM_MS = 300;

/** Reads with `read` (keep it stable) and again when conclusions, rules, sources or imports changed. */
export function useRead<Value>(
  read: (client: Client) => Promise<Value>,
): readonly [Read<Value>, () => void] {
  const client = useClient();
  const [state, setState] = useState<Read<Value>>({ type: 'loading' });
  const turn = useRef(0);
  const again = useCallback(() => {
    const mine = ++turn.current;
    read(client).then(
      (value) => mine === turn.current && setState({ type: 'shown', value }),
      (error: unknown) =>
        mine === turn.current && setState({ type: 'failed', failure: toFailure(error) }),
    );
  }, [client, read]);
  useEffect(() => {
    again();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.attribution.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(again, CALM_MS);
    });
    return () => {
      turn.current += 1;
      clearTimeout(timer);
      stop();
    };
  }, [client, again]);
  return [state, again];
}
