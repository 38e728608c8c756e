import { useRef, useState } from 'react';
import type { ProbeReport } from '../../../main/contract/connections.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';

/** How the test of a connection stands. */
export type Probe =
  | Readonly<{ type: 'none' }>
  | Readonly<{ type: 'running' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; report: ProbeReport }>;

/** What is tried: a login being typed, or a stored connection with its kept login. */
export type ProbeInput = Readonly<{
  vendor: string;
  settings: Record<string, string | number | boolean>;
  secret: Record<string, string> | null;
  connectionId: number | null;
}>;

/** Tries a connection step by step; only the newest try is shown. */
export function useProbe(): Readonly<{
  probe: Probe;
  start(input: ProbeInput): Promise<Probe>;
  reset(): void;
}> {
  const client = useClient();
  const [probe, setProbe] = useState<Probe>({ type: 'none' });
  const turn = useRef(0);
  const start = async (input: ProbeInput): Promise<Probe> => {
    const mine = ++turn.current;
    setProbe({ type: 'running' });
    const done = await client.connections.test(input).then(
      (report): Probe => ({ type: 'shown', report }),
      (error: unknown): Probe => ({ type: 'failed', failure: toFailure(error) }),
    );
    if (mine === turn.current) setProbe(done);
    return done;
  };
  const reset = (): void => {
    turn.current += 1;
    setProbe({ type: 'none' });
  };
  return { probe, start, reset };
}

/** Whether the tried login is good enough to be stored: it was accepted and shows places. */
export function mayConnect(probe: Probe): boolean {
  if (probe.type !== 'shown') return false;
  const passed = (step: string): boolean =>
    probe.report.some((one) => one.step === step && one.state !== 'failed');
  // A restaurant's own server has no organizations: its venues and their reports must be there.
  return passed('token') && (passed('organizations') || (passed('venues') && passed('columns')));
}
