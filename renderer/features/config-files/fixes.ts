import type { ConfigField } from '../../../main/contract/config-files.ts';
import type { ConfigFinding } from '../../../main/domain/config-files/config-finding.ts';
import type { Edits } from './draft.ts';
import { pathOf } from './field-texts.ts';

/** A cure that takes one click: what it does to the file, and the text of its button. */
export type Fix = Readonly<{
  /** Key under `terminals.fix.`. */
  name: 'keep-first' | 'keep-last' | 'right-name' | 'set' | 'set-pair';
  /** What is written; '' where nothing is. */
  value: string;
  edits: Edits;
}>;

type Cure = (element: string, finding: ConfigFinding, fields: readonly ConfigField[]) => Fix | null;

const pair: Cure = (_, { params }) => pairFix(String(params['partner'] ?? ''));

const CURES: Partial<Record<ConfigFinding['code'], Cure>> = {
  'duplicate-element': (element, _, fields) => ({
    name: 'keep-first',
    value: '',
    edits: allBut(element, fields, 'first'),
  }),
  'duplicate-key': (element, _, fields) => ({
    name: 'keep-last',
    value: '',
    edits: allBut(element, fields, 'last'),
  }),
  'wrong-case': (element, { params }, fields) =>
    rightName(element, String(params['expected'] ?? ''), fields),
  'pair-card-reader': pair,
  'pair-hand-card': pair,
};

/** The cure of a finding; null where a person has to think. */
export function fixOf(finding: ConfigFinding, fields: readonly ConfigField[]): Fix | null {
  const { element, code, params } = finding;
  if (element === null) return null;
  const cure = CURES[code];
  return cure ? cure(element, finding, fields) : setFix(element, params['expected']);
}

function setFix(element: string, expected: string | number | undefined): Fix | null {
  if (expected === undefined || expected === '') return null;
  const value = String(expected);
  return { name: 'set', value, edits: { [element]: value } };
}

const pairFix = (partner: string): Fix | null =>
  partner === '' ? null : { name: 'set-pair', value: partner, edits: { [partner]: 'true' } };

/** Every repetition but one is removed. */
function allBut(
  element: string,
  fields: readonly ConfigField[],
  kept: 'first' | 'last',
): Fix['edits'] {
  const path = pathOf(element);
  const same = fields.filter(
    (field) =>
      field.value !== null && sameParent(field.element, element) && pathOf(field.element) === path,
  );
  const keep = kept === 'first' ? same[0] : same.at(-1);
  const rest = same.filter((field) => field !== keep);
  return Object.fromEntries(rest.map((field) => [field.element, null]));
}

const sameParent = (left: string, right: string): boolean => parentOf(left) === parentOf(right);

const parentOf = (element: string): string =>
  element.slice(0, Math.max(0, element.lastIndexOf('/')));

/** The value moves to the name that is read; one that is there already stays. */
function rightName(element: string, expected: string, fields: readonly ConfigField[]): Fix | null {
  if (expected === '') return null;
  const wrong = fields.find((field) => field.element === element);
  const right = fields.find((field) => field.element === expected);
  const value = right?.value ?? wrong?.value ?? '';
  return { name: 'right-name', value: expected, edits: { [element]: null, [expected]: value } };
}
