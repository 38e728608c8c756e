import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Rehearsal, ScheduleChoice } from '../../../../main/contract/zone-coverage.ts';
import type { Failure } from '../../../../main/domain/failure.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';
import type { MapOption } from '../map-option.ts';

/** One side as chosen on the screen. */
export type Side = Readonly<{ map: MapOption; schedule: ScheduleChoice }>;

/** How a rehearsal stands, and what it showed of which two sides. */
export type RehearsalState =
  | Readonly<{ type: 'idle' }>
  | Readonly<{ type: 'running'; run: string; done: number; total: number }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; rehearsal: Rehearsal; before: Side; after: Side }>;

const LOOK_MS = 300;

/** Asks how far a run is, as long as it runs. */
function useProgress(
  run: string | null,
  onProgress: (progress: Readonly<{ done: number; total: number }>) => void,
): void {
  const client = useClient();
  const tell = useEffectEvent(onProgress);
  useEffect(() => {
    if (run === null) return;
    const timer = setInterval(() => {
      client.zoneCoverage.progress({ run }).then(
        (progress) => progress && tell(progress),
        () => undefined,
      );
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [client, run]);
}

/** Runs rehearsals one at a time, shows how far they are, and ends them when asked. */
export function useRehearsal() {
  const client = useClient();
  const [state, setState] = useState<RehearsalState>({ type: 'idle' });
  const newest = useRef('');
  const running = state.type === 'running' ? state.run : null;
  useProgress(running, (progress) =>
    setState((now) => (now.type === 'running' ? { ...now, ...progress } : now)),
  );
  // Who leaves the panel no longer wants the answer.
  useEffect(() => () => void client.zoneCoverage.cancel({ run: newest.current || '-' }), [client]);
  const start = (period: Rehearsal['period'], before: Side, after: Side): void => {
    const run = crypto.randomUUID();
    newest.current = run;
    setState({ type: 'running', run, done: 0, total: 0 });
    const asked = {
      run,
      period,
      before: { map: before.map.choice, schedule: before.schedule },
      after: { map: after.map.choice, schedule: after.schedule },
    };
    client.zoneCoverage.rehearse(asked).then(
      (rehearsal) => {
        if (newest.current === run) setState({ type: 'shown', rehearsal, before, after });
      },
      (error: unknown) => {
        const failure = toFailure(error);
        if (newest.current !== run) return;
        const cancelled = failure.code === 'zone-coverage.cancelled';
        setState(cancelled ? { type: 'idle' } : { type: 'failed', failure });
      },
    );
  };
  const cancel = (): void => {
    if (running !== null) void client.zoneCoverage.cancel({ run: running });
  };
  return { state, start, cancel };
}
