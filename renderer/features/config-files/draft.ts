import type {
  ConfigChange,
  ConfigField,
  OpenConfigFile,
} from '../../../main/contract/config-files.ts';

/** What a person changed and has not saved: values of elements (null removes), or the whole text. */
export type Draft =
  | Readonly<{ type: 'elements'; edits: ReadonlyMap<string, string | null> }>
  | Readonly<{ type: 'text'; text: string }>;

const valueIn = ({ fields }: OpenConfigFile, element: string): string | null =>
  fields.find((field) => field.element === element)?.value ?? null;

/** The draft with these edits; an edit back to what the file holds is none. Null: nothing is left. */
export function withEdits(
  draft: Draft | null,
  opened: OpenConfigFile,
  edits: Readonly<Record<string, string | null>>,
): Draft | null {
  const all = new Map(draft?.type === 'elements' ? draft.edits : []);
  for (const [element, value] of Object.entries(edits)) {
    if (value === valueIn(opened, element)) all.delete(element);
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
export function shownValue(field: ConfigField, draft: Draft | null): string | null {
  if (draft?.type !== 'elements' || !draft.edits.has(field.element)) return field.value;
  return draft.edits.get(field.element) ?? null;
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
