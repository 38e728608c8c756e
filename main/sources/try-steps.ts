import { Failure } from '../domain/failure.ts';
import type { ProbeStep } from '../domain/probe-step.ts';
import type { SourceOutside } from './order-source.ts';
import type { Evidence } from './probe-evidence.ts';

type StepName = ProbeStep['step'];

/** A step of a connection test and how it is tried. */
export type Step = readonly [StepName, () => Promise<Evidence>];

/** How a test goes on: steps whose failure ends it, and the code of what is no `Failure`. */
type Course = Readonly<{ needed: (step: StepName) => boolean; unexpected: string }>;

/**
 * Tries the steps of a connection test one after another, each timed by `now`. Ends when it is
 * cancelled, and after a failed step without which the rest could not be asked; returns whether it
 * came to the end.
 */
export async function* trySteps(
  steps: readonly Step[],
  { needed, unexpected }: Course,
  { now }: Pick<SourceOutside, 'now'>,
  signal: AbortSignal,
): AsyncGenerator<ProbeStep, boolean> {
  for (const [step, attempt] of steps) {
    const startedAt = now();
    const evidence = await attempt().catch((error: unknown) => failedBy(error, unexpected));
    yield { step, ...evidence, elapsedMs: Math.max(0, now() - startedAt) };
    if (signal.aborted || (evidence.state === 'failed' && needed(step))) return false;
  }
  return true;
}

function failedBy(error: unknown, unexpected: string): Evidence {
  const failure = error instanceof Failure ? error : new Failure('unexpected', unexpected);
  return { state: 'failed', evidence: failure.code, params: failure.params };
}
