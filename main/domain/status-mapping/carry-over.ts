import {
  EVERYWHERE,
  groupOf,
  statusKey,
  type MappingChange,
  type StatusMapping,
} from './status-mapping.ts';
import { IIKO_CROSSWALK, KNOWN_STATUSES } from './status-vocabulary.ts';
import type { StatusGroup } from './status-group.ts';

const [FROM, TO] = ['iiko-biz', 'iiko-cloud'] as const;

/**
 * What makes iiko Cloud's statuses count as a person let iiko.biz's count: for all organizations,
 * and for those that go over. One coarse status becomes all the fine ones it stood for; where the
 * fine one was placed by a person already, it stays.
 */
export function carriedOver(
  mapping: StatusMapping,
  organizations: readonly Readonly<{ fromId: number; toId: number }>[],
): readonly MappingChange[] {
  return IIKO_CROSSWALK.flatMap(({ biz, cloud }) => [
    ...commonChange(mapping, biz, cloud),
    ...organizations.flatMap(({ fromId, toId }) => {
      const own = mapping.get(statusKey({ organizationId: fromId, system: FROM, status: biz }));
      const there = { organizationId: toId, system: TO, status: cloud };
      return own && !mapping.has(statusKey(there)) ? [{ ...there, group: own.group }] : [];
    }),
  ]);
}

function commonChange(mapping: StatusMapping, biz: string, cloud: string): MappingChange[] {
  const everywhere = { organizationId: EVERYWHERE };
  const group = groupOf(mapping, { ...everywhere, system: FROM, status: biz });
  const there = { ...everywhere, system: TO, status: cloud };
  const now = groupOf(mapping, there);
  const untouched = now === usualOf(TO, cloud) && group !== usualOf(FROM, biz);
  return untouched && now !== group ? [{ ...there, group }] : [];
}

const usualOf = (system: string, status: string): StatusGroup | undefined =>
  KNOWN_STATUSES.find((one) => one.system === system && one.status === status)?.group;
