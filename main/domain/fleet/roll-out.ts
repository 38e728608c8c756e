import { assertNever } from '../assert-never.ts';

/** What a roll-out is doing: the first terminal alone, then the rest, or the way back. */
export type RollOutPhase = 'canary' | 'rest' | 'undo';

/**
 * One file of a roll-out. `writing` and `undoing` are recorded before the file is touched, so that
 * a start after a crash knows which file to look at.
 */
export type RollOutStepState = 'waiting' | 'writing' | 'written' | 'failed' | 'undoing' | 'undone';

/** A step with the content hashes before and after it; null until they are known. */
export type RollOutStep = Readonly<{
  position: number;
  state: RollOutStepState;
  beforeHash: string | null;
  afterHash: string | null;
}>;

/** What a person sees of a roll-out. `open`: work is left that nobody does now. */
export type RollOutState =
  | 'open'
  | 'canary-written'
  | 'canary-failed'
  | 'finished'
  | 'partly-finished'
  | 'undo-open'
  | 'undone'
  | 'partly-undone';

/** The state that follows from what is recorded. */
export function rollOutState(phase: RollOutPhase, steps: readonly RollOutStep[]): RollOutState {
  switch (phase) {
    case 'canary':
      return canaryState(steps[0]?.state ?? 'failed');
    case 'rest':
      if (nextStep(phase, steps)) return 'open';
      return steps.every(({ state }) => state === 'written') ? 'finished' : 'partly-finished';
    case 'undo':
      if (nextStep(phase, steps)) return 'undo-open';
      return steps.some(({ state }) => state === 'failed') ? 'partly-undone' : 'undone';
    default:
      return assertNever(phase);
  }
}

function canaryState(state: RollOutStepState): RollOutState {
  if (state === 'written') return 'canary-written';
  return state === 'waiting' || state === 'writing' ? 'open' : 'canary-failed';
}

/** The step to do now; undefined when the phase is over. The way back begins with the last one written. */
export function nextStep<Step extends RollOutStep>(
  phase: RollOutPhase,
  steps: readonly Step[],
): Step | undefined {
  switch (phase) {
    case 'canary':
      return steps.slice(0, 1).find(isToWrite);
    case 'rest':
      return steps.find(isToWrite);
    case 'undo':
      return steps.findLast(({ state }) => MAY_BE_WRITTEN.includes(state));
    default:
      return assertNever(phase);
  }
}

/** A step interrupted while writing may have reached the file: it is looked at on the way back too. */
const MAY_BE_WRITTEN: readonly RollOutStepState[] = ['writing', 'written', 'undoing'];

const isToWrite = ({ state }: RollOutStep): boolean => state === 'waiting' || state === 'writing';

/**
 * Where an interrupted step stands, told by the file itself: its content is the old one, the new
 * one, or somebody else's (`changed`: nothing of ours may be written over it).
 */
export function settledState(
  step: RollOutStep,
  hashOnDisk: string,
): 'waiting' | 'written' | 'undone' | 'changed' {
  const isNew = hashOnDisk === step.afterHash;
  const isOld = hashOnDisk === step.beforeHash;
  if (step.state === 'undoing') return isOld ? 'undone' : isNew ? 'written' : 'changed';
  return isNew ? 'written' : isOld ? 'waiting' : 'changed';
}
