import type { Handlers } from '../../contract/define.ts';
import type { fleet, RollOut } from '../../contract/fleet.ts';
import { Failure } from '../../domain/failure.ts';
import { nextStep, rollOutState, type RollOutPhase } from '../../domain/fleet/roll-out.ts';
import { requireRight } from '../../store/require-right.ts';
import {
  readRollOut,
  readRollOuts,
  saveRollOutPhase,
  type StoredRollOut,
} from '../../store/config-files/roll-outs.ts';
import type { FleetParts } from './fleet-parts.ts';
import { startRollOut } from './start-roll-out.ts';
import { undoStep, writeStep } from './write-step.ts';

type RollOutHandlers = Omit<Handlers<typeof fleet, 'core'>, 'compare'>;

/** Changes for many files, one after another; what is interrupted waits to be resumed or undone. */
export function createRollOuts(parts: FleetParts): RollOutHandlers {
  const running = new Set<number>();
  const view = (stored: StoredRollOut): RollOut => toView(stored, running.has(stored.id));

  const proceed = async (rollOutId: number, phase: RollOutPhase): Promise<RollOut> => {
    if (running.has(rollOutId)) throw new Failure('busy', 'fleet.running');
    running.add(rollOutId);
    try {
      saveRollOutPhase(parts.db, rollOutId, phase);
      await runPhase(parts, rollOutId, () => parts.announce('fleet.progressed', shown()));
    } finally {
      running.delete(rollOutId);
    }
    parts.announce('fleet.progressed', shown());
    return shown();

    function shown(): RollOut {
      return view(known(parts, rollOutId));
    }
  };

  return {
    rollOuts: () => readRollOuts(parts.db).map(view),
    async start(input) {
      requireRight(parts.db, 'edit-settings');
      return proceed(await startRollOut(parts, input), 'canary');
    },
    async proceed({ rollOutId }) {
      requireRight(parts.db, 'edit-settings');
      const { phase, steps } = known(parts, rollOutId);
      // A first file that was interrupted, or refused, is tried alone again before the others.
      const first = phase === 'canary' && steps[0]?.state !== 'written';
      return proceed(rollOutId, phase === 'undo' ? 'undo' : first ? 'canary' : 'rest');
    },
    async undo({ rollOutId }) {
      requireRight(parts.db, 'edit-settings');
      return proceed(known(parts, rollOutId).id, 'undo');
    },
  };
}

function known({ db }: FleetParts, rollOutId: number): StoredRollOut {
  const found = readRollOut(db, rollOutId);
  if (!found) throw new Failure('not-found', 'fleet.unknown-roll-out', { rollOutId });
  return found;
}

/** One file after another until the phase is over; every step is read anew from the store. */
async function runPhase(parts: FleetParts, rollOutId: number, moved: () => void): Promise<void> {
  for (;;) {
    const rollOut = known(parts, rollOutId);
    const step = nextStep(rollOut.phase, rollOut.steps);
    if (!step) return;
    if (rollOut.phase === 'undo') await undoStep(parts, rollOut, step);
    else await writeStep(parts, rollOut, step);
    moved();
  }
}

function toView(stored: StoredRollOut, running: boolean): RollOut {
  const { id, at, author, why, element, value, phase, steps } = stored;
  return {
    id,
    at,
    author,
    why,
    element,
    value,
    state: rollOutState(phase, steps),
    running,
    targets: steps.map(({ fileId, terminal, state, failure }) => ({
      fileId,
      terminal,
      state,
      failure,
    })),
  };
}
