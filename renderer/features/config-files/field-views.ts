import type { ConfigField } from '../../../main/contract/config-files.ts';
import { isNil, type ConfigValue } from '../../../main/domain/config-files/config-value.ts';
import { isEdited, shownValue, type Draft } from './draft.ts';
import type { FieldView } from './field-row.tsx';
import { pathOf, type FieldTexts } from './field-texts.ts';
import type { ShownFile } from './file-state.ts';
import { fixOf } from './fixes.ts';

/** Fields as they stand with the draft in them; findings are those of the draft once the core told them. */
export function fieldViews({ opened, draft, preview }: ShownFile): readonly FieldView[] {
  const findings = preview?.findings ?? opened.findings;
  // Advice may depend on the value: an edited one is advised on once the core has seen it.
  const advised = (field: ConfigField): string | null => {
    if (!isEdited(field, draft)) return field.recommended;
    return preview?.fields.find(({ element }) => element === field.element)?.recommended ?? null;
  };
  return withAdded(opened.fields, draft).map((field) => ({
    field: { ...field, recommended: advised(field) },
    ...asShown(shownValue(field, draft)),
    edited: isEdited(field, draft),
    findings: findings
      .filter(({ element }) => element === field.element)
      .map((finding) => ({ finding, fix: fixOf(finding, opened.fields) })),
  }));
}

/** An empty text stands where there is no value on purpose. */
const asShown = (value: ConfigValue): Readonly<{ value: string | null; nil: boolean }> =>
  isNil(value) ? { value: '', nil: true } : { value, nil: false };

/** Further elements of a legal list that only the draft knows, each after the last of its name. */
function withAdded(fields: readonly ConfigField[], draft: Draft | null): readonly ConfigField[] {
  if (draft?.type !== 'elements') return fields;
  const all = [...fields];
  for (const element of draft.edits.keys()) {
    const last = all.findLastIndex((field) => pathOf(field.element) === pathOf(element));
    const known = all[last]?.known;
    if (!known?.repeated || all.some((field) => field.element === element)) continue;
    const added = { element, known, value: null, nil: false, recommended: null, line: null };
    all.splice(last + 1, 0, added);
  }
  return all;
}

/** Where a further element of this one's list would stand; null where no list goes on. */
export function nextInList(view: FieldView, views: readonly FieldView[]): string | null {
  if (!view.field.known?.repeated || view.value === null) return null;
  const path = pathOf(view.field.element);
  const list = views.filter(({ field }) => pathOf(field.element) === path);
  return list.at(-1) === view ? `${path}[${list.length + 1}]` : null;
}

/** Found by its own name, its Russian name, its meaning or its value. */
export function matchesSearch(field: ConfigField, texts: FieldTexts, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase('ru');
  if (wanted === '') return true;
  const path = pathOf(field.element);
  return [field.element, texts.name(path), texts.meaning(path), field.value ?? ''].some((text) =>
    text.toLocaleLowerCase('ru').includes(wanted),
  );
}
