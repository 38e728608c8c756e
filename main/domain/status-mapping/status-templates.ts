import type { StatusGroup } from './status-group.ts';
import {
  assign,
  mappingDifference,
  type MappingChange,
  type StatusMapping,
} from './status-mapping.ts';
import { KNOWN_STATUSES, type KnownStatus } from './status-vocabulary.ts';

/** Ready-made mappings. Texts: `status-mapping.template.<name>`. */
export const MAPPING_TEMPLATES = ['by-till', 'by-delivery', 'confirmed-only'] as const;

/** A ready-made mapping by its name. */
export type MappingTemplate = (typeof MAPPING_TEMPLATES)[number];

function groupBy(template: MappingTemplate, { stage, group }: KnownStatus): StatusGroup {
  switch (template) {
    case 'by-till':
      return group;
    case 'by-delivery':
      return stage === 'delivered' ? 'paid' : group;
    case 'confirmed-only':
      return stage === 'unconfirmed' ? 'ignored' : group;
  }
}

/**
 * What a template changes in a scope of the mapping, for the known statuses of these systems;
 * statuses that no template knows stay where they are.
 */
export function templateChanges(
  mapping: StatusMapping,
  template: MappingTemplate,
  organizationId: number,
  systems: readonly string[],
): readonly MappingChange[] {
  const placed = KNOWN_STATUSES.filter(({ system }) => systems.includes(system)).map((known) => ({
    organizationId,
    system: known.system,
    status: known.status,
    group: groupBy(template, known),
  }));
  return mappingDifference(mapping, assign(mapping, placed));
}
