import type { ProvisioningStep } from '../../contract/provisioning.ts';
import {
  assign,
  EVERYWHERE,
  mappingDifference,
  type MappingChange,
} from '../../domain/status-mapping/status-mapping.ts';
import { Failure } from '../../domain/failure.ts';
import { inDurableTransaction } from '../../store/database.ts';
import { readConnections } from '../../store/connections.ts';
import { readOrganizations } from '../../store/organizations.ts';
import { placed } from './read-file.ts';
import { readProgramSetting } from '../../store/settings.ts';
import {
  readNewestMappingVersion,
  readStatusMapping,
  saveMappingVersion,
} from '../../store/status-mapping/status-mapping.ts';
import { storeConnections } from './store-connections.ts';
import { isNamed } from './is-named.ts';
import type { Plan, ProvisioningParts } from './provisioning-parts.ts';
import { storeProfiles } from './store-profiles.ts';
import { noted } from './noted.ts';

/** What was done, and what others must hear of. */
export type Applied = Readonly<{
  steps: readonly ProvisioningStep[];
  connectionIds: readonly number[];
  /** Organizations whose zone or closing hour is another now. */
  moved: readonly number[];
  /** The mapping that is in force now, where the file changed it. */
  mappingVersion: number | null;
}>;

/** Does the whole plan in one transaction. */
export function applyPlan(parts: ProvisioningParts, plan: Plan): Applied {
  const { db } = parts;
  return inDurableTransaction(db, () => {
    const isFirst = parts.isFirstRun();
    const topology = storeTopology(parts, plan);
    const connected = storeConnections(parts, plan);
    const statuses = storeStatuses(parts, plan);
    const profiles = storeProfiles(parts, plan, isFirst);
    if (plan.connections.length > 0) parts.finishFirstRun();
    const steps = [...connected.steps, ...profiles, ...statuses, ...topology];
    const mapped = statuses.some(({ change }) => change !== 'same');
    const mappingVersion = mapped ? readNewestMappingVersion(db).id : null;
    return { ...connected, steps, mappingVersion };
  });
}

/** What the plan would do: it is done and taken back. */
export function tryPlan(parts: ProvisioningParts, plan: Plan): readonly ProvisioningStep[] {
  const silent = { ...parts, announce: () => undefined };
  let steps: readonly ProvisioningStep[] = [];
  try {
    inDurableTransaction(parts.db, () => {
      ({ steps } = applyPlan(silent, plan));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return steps;
}

class TakenBack extends Error {}

function storeTopology(parts: ProvisioningParts, { file }: Plan): readonly ProvisioningStep[] {
  const { topology } = file;
  if (topology === undefined) return [];
  const read = (): unknown => readProgramSetting(parts.db, 'configTopology');
  return [noted('topology', '', read, () => void parts.saveTopology(topology))];
}

/** The changes of the mapping; a strange organization fails with its line. */
function statusChanges({ db }: ProvisioningParts, { file, written }: Plan): MappingChange[] {
  const known = readConnections(db).flatMap(({ id }) => readOrganizations(db, id));
  return file.statuses.map(({ organization: name, ...status }, at) => {
    if (name === undefined) return { ...status, organizationId: EVERYWHERE };
    const found = known.find((one) => isNamed({ id: one.vendorId, name: one.name }, name));
    if (found) return { ...status, organizationId: found.id };
    const stranger = new Failure('not-found', 'provisioning.stranger', { name });
    throw Failure.fromData(placed(stranger, ['statuses', at, 'organization'], written));
  });
}

function storeStatuses(parts: ProvisioningParts, plan: Plan): readonly ProvisioningStep[] {
  if (plan.file.statuses.length === 0) return [];
  const { db, outside } = parts;
  const changes = statusChanges(parts, plan);
  const read = (): unknown => [...readStatusMapping(db, null)];
  const save = (): void => {
    const mapping = readStatusMapping(db, null);
    const next = assign(mapping, changes);
    if (mappingDifference(mapping, next).length === 0) return;
    const made = { cause: 'command', sameAs: null, author: '', validFrom: outside.now() } as const;
    saveMappingVersion(db, next, made);
  };
  return [noted('statuses', String(changes.length), read, save)];
}
