import type { ConfigField } from '../../../main/contract/config-files.ts';
import { isEdited, shownValue } from './draft.ts';
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
  return opened.fields.map((field) => ({
    field: { ...field, recommended: advised(field) },
    value: shownValue(field, draft),
    edited: isEdited(field, draft),
    findings: findings
      .filter(({ element }) => element === field.element)
      .map((finding) => ({ finding, fix: fixOf(finding, opened.fields) })),
  }));
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
