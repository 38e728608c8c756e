import type {
  ConfigChange,
  ConfigField,
  OpenConfigFile,
} from '../../../main/contract/config-files.ts';
import { isNil, NIL, type ConfigValue } from '../../../main/domain/config-files/config-value.ts';

/** New values of elements. */
export type Edits = Readonly<Record<string, ConfigValue>>;

/** What a person changed and has not saved: values of elements, or the whole text. */
export type Draft =
  | Readonly<{ type: 'elements'; edits: ReadonlyMap<string, ConfigValue> }>
  | Readonly<{ type: 'text'; text: string }>;

/** What a field holds in the file. */
export const valueOf = ({ value, nil }: ConfigField): ConfigValue => (nil ? NIL : value);

function valueIn({ fields }: OpenConfigFile, element: string): ConfigValue {
  const found = fields.find((field) => field.element === element);
  return found ? valueOf(found) : null;
}

const isSame = (one: ConfigValue, other: ConfigValue): boolean =>
  one === other || (isNil(one) && isNil(other));

/** The draft with these edits; an edit back to what the file holds is none. Null: nothing is left. */
export function withEdits(draft: Draft | null, opened: OpenConfigFile, edits: Edits): Draft | null {
  const all = new Map(draft?.type === 'elements' ? draft.edits : []);
  for (const [element, value] of Object.entries(edits)) {
    if (isSame(value, valueIn(opened, element))) all.delete(element);
    else all.set(element, value);
  }
  return all.size === 0 ? null : { type: 'elements', edits: all };
}

/** Text as a text area holds it: every line end is one `\n`; the core gives lines their own ends back. */
export const typedText = (text: string): string => text.replace(/\r\n?/g, '\n');

/** A draft of the whole text as it was typed; null when it is what the file holds. */
export const withText = (opened: OpenConfigFile, typed: string): Draft | null =>
  typed === typedText(opened.text) ? null : { type: 'text', text: typed };

/** What a field shows: the edit, or what the file holds. */
export function shownValue(field: ConfigField, draft: Draft | null): ConfigValue {
  if (draft?.type !== 'elements' || !draft.edits.has(field.element)) return valueOf(field);
  return draft.edits.get(field.element) ?? null;
}

/** What a typed text means: nothing at all in a number, a switch or the like is no value on purpose, where that can be read. */
export function typedValue({ known }: ConfigField, text: string): ConfigValue {
  return text === '' && known?.nillable && known.value.type !== 'text' ? NIL : text;
}

/** True when the draft touches the field. */
export const isEdited = (field: ConfigField, draft: Draft | null): boolean =>
  draft?.type === 'elements' && draft.edits.has(field.element);

/** The draft as the core takes it. */
export function changeOf(draft: Draft): ConfigChange {
  if (draft.type === 'text') return draft;
  const edits = [...draft.edits].map(([element, value]) => ({ element, value }));
  return { type: 'elements', edits };
}
