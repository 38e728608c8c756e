import { assertNever } from '../../domain/assert-never.ts';
import { CONFIG_CATALOGUE } from '../../domain/config-files/config-catalogue.ts';
import type { ConfigElement } from '../../domain/config-files/config-element.ts';
import type { ConfigFileKind } from '../../domain/config-files/config-file.ts';
import type { FleetSetting, FleetValueType } from '../../domain/fleet/fleet-terminal.ts';

/** Files by which tills are compared. */
export const COMPARED_KINDS: readonly ConfigFileKind[] = ['delivery-plugin', 'front'];

/** Known settings of the compared files; groups have no value of their own. */
export const FLEET_SETTINGS: readonly FleetSetting[] = CONFIG_CATALOGUE.filter(
  ({ kind, value }) => COMPARED_KINDS.includes(kind) && value.type !== 'group',
).map((known) => ({
  kind: known.kind,
  element: known.path,
  type: typeOf(known),
  own: known.value.type === 'guid',
}));

function typeOf({ value, repeated }: ConfigElement): FleetValueType {
  if (repeated) return 'list';
  switch (value.type) {
    case 'boolean':
      return 'bool';
    case 'integer':
      return 'int';
    case 'url':
    case 'guid':
      return value.type;
    case 'time-span':
    case 'choice':
    case 'text':
    case 'group':
      return 'text';
    default:
      return assertNever(value);
  }
}

/** `group/name[2]` → `group/name`. */
export const pathOf = (element: string): string => element.replaceAll(/\[\d+\]/g, '');
