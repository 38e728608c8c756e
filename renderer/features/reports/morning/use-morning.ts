import { useCallback, useEffect, useRef, useState } from 'react';
import type { Morning } from '../../../../main/contract/reports.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import type { Reading } from '../../../bridge/reading.ts';

/** A morning's look at a day. */
export type MorningState = Reading<{ morning: Morning }>;

const CALM_MS = 500;

/** Reads the day (yesterday when null) and again when the reports' data changed. */
export function useMorning(day: string | null) {
  const client = useClient();
  const turn = useRef(0);
  const [state, setState] = useState<MorningState>({ type: 'loading' });
  const read = useCallback(async () => {
    const mine = (turn.current += 1);
    try {
      const morning = await client.reports.morning({ day });
      if (mine === turn.current) setState({ type: 'shown', morning });
    } catch (error) {
      if (mine === turn.current) setState({ type: 'failed', failure: toFailure(error) });
    }
  }, [client, day]);
  useEffect(() => {
    void read();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = client.reports.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), CALM_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, read]);
  return { state, read: () => void read() };
}
