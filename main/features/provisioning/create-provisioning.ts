import type { Handlers } from '../../contract/define.ts';
import type {
  provisioning,
  ProvisioningProblems,
  ProvisioningState,
  ProvisioningStep,
} from '../../contract/provisioning.ts';
import { Failure } from '../../domain/failure.ts';
import type { Right } from '../../domain/rights.ts';
import { requireRight } from '../../store/require-right.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';
import { applyPlan, tryPlan } from './apply-plan.ts';
import { makePlan } from './make-plan.ts';
import type { Plan, ProvisioningParts } from './provisioning-parts.ts';
import { readStartFile, removeStartFile, sealStartFile } from './start-file.ts';

const SETTING = 'provisioning';
const TRY_AGAIN_MS = 5 * 60_000;
const ABSENT: ProvisioningState = { state: 'absent', problems: [], at: null };

/** Preparing a PC from a file; `start` takes up the one that was left for the first start. */
export type Provisioning = Readonly<{
  handlers: Handlers<typeof provisioning, 'core'>;
  start(): Promise<void>;
  close(): void;
}>;

/** Creates the handlers and the work at the start. */
export function createProvisioning(parts: ProvisioningParts): Provisioning {
  const closing = new AbortController();
  return {
    handlers: {
      async check({ text }) {
        const { plan, problems } = await makePlan(parts, text);
        if (plan === null) return { problems, steps: [] };
        requireRights(parts, plan);
        try {
          return { problems, steps: tryPlan(parts, plan) };
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          return { problems: [error.toData()], steps: [] };
        }
      },
      async apply({ text }) {
        const { plan, problems } = await makePlan(parts, text);
        if (plan === null) throw Failure.fromData(problems[0]!);
        requireRights(parts, plan);
        return carryOut(parts, plan);
      },
      state: () => (readProgramSetting(parts.db, SETTING) as ProvisioningState) ?? ABSENT,
    },
    start: () => takeUp(parts, closing.signal),
    close: () => closing.abort(),
  };
}

/** Until it is done, refused, or the program closes: a PC may be set up before its network is. */
async function takeUp(parts: ProvisioningParts, signal: AbortSignal): Promise<void> {
  for (;;) {
    const state = await applyStartFile(parts);
    if (state === null || signal.aborted) return;
    saveProgramSetting(parts.db, SETTING, state);
    parts.announce('provisioning.changed', null);
    if (state.state !== 'waiting' || !parts.outside.scheduled) return;
    try {
      await parts.outside.sleep(TRY_AGAIN_MS, signal);
    } catch {
      return;
    }
  }
}

async function applyStartFile(parts: ProvisioningParts): Promise<ProvisioningState | null> {
  const { outside } = parts;
  const found = readStartFile(outside.dataFolder);
  if (found === null) return null;
  const { text, problems: unread } = await sealStartFile(outside, found);
  if (unread.length > 0) return refused(parts, unread);
  const { plan, problems } = await makePlan(parts, text);
  if (plan === null) {
    const waits = problems.every(({ kind }) => kind === 'unreachable' || kind === 'busy');
    return waits ? { state: 'waiting', problems, at: outside.now() } : refused(parts, problems);
  }
  try {
    if (!parts.isFirstRun()) requireRights(parts, plan);
    await carryOut(parts, plan);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return refused(parts, [error.toData()]);
  }
  removeStartFile(outside.dataFolder);
  return { state: 'done', problems: [], at: outside.now() };
}

function refused(
  { outside }: ProvisioningParts,
  problems: ProvisioningProblems,
): ProvisioningState {
  for (const { code, params } of problems) {
    const { line = 0, column = 0 } = params;
    outside.log({
      level: 'warning',
      code: 'provisioning.refused',
      params: { why: code, line, column },
    });
  }
  return { state: 'refused', problems, at: outside.now() };
}

/** Whoever may not change a thing by hand may not change it by a file either. */
function requireRights({ db }: ProvisioningParts, { file }: Plan): void {
  const needed: readonly (readonly [needed: boolean, right: Right])[] = [
    [file.connections.length > 0, 'edit-connections'],
    [file.profiles.length > 0, 'edit-profiles'],
    [file.statuses.length > 0, 'edit-statuses'],
    [file.topology !== undefined, 'edit-settings'],
  ];
  for (const [isNeeded, right] of needed) if (isNeeded) requireRight(db, right);
}

async function carryOut(
  parts: ProvisioningParts,
  plan: Plan,
): Promise<readonly ProvisioningStep[]> {
  const { steps, connectionIds, moved, mappingVersion } = applyPlan(parts, plan);
  for (const organizationId of moved) await parts.rederiveDays(organizationId);
  for (const connectionId of connectionIds) {
    parts.announce('connections.changed', { connectionId });
  }
  parts.announce('profiles.changed', null);
  parts.announce('settings.changed', null);
  if (mappingVersion !== null) {
    parts.announce('statusMapping.changed', { version: mappingVersion });
  }
  return steps;
}
