import { useMemo, useState } from 'react';
import type { RulesView } from '../../../main/contract/attribution.ts';
import type { Rule } from '../../../main/domain/attribution/attribution-rule.ts';

/** The rules as a person edits them, before they are applied. */
export type RulesDraft = Readonly<{
  rules: readonly Rule[];
  /** The version the draft began from. */
  basedOn: number;
  changed: boolean;
  move(id: string, by: -1 | 1): void;
  put(rule: Rule): void;
  add(rule: Rule): void;
  remove(id: string): void;
  replace(rules: readonly Rule[]): void;
  drop(): void;
}>;

const moved = (rules: readonly Rule[], id: string, by: -1 | 1): readonly Rule[] => {
  const from = rules.findIndex((rule) => rule.id === id);
  const to = from + by;
  const rule = rules[from];
  if (!rule || to < 0 || to >= rules.length) return rules;
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule);
};

/** A draft over the rules in force; it begins anew when they are applied. */
export function useRulesDraft(view: RulesView): RulesDraft {
  const [draft, setDraft] = useState<Readonly<{ basedOn: number; rules: readonly Rule[] }> | null>(
    null,
  );
  return useMemo(() => {
    const { rules, basedOn } = draft ?? { rules: view.rules, basedOn: view.version };
    const set = (next: readonly Rule[]): void => setDraft({ basedOn, rules: next });
    return {
      rules,
      basedOn,
      changed: JSON.stringify(rules) !== JSON.stringify(view.rules),
      move: (id, by) => set(moved(rules, id, by)),
      put: (rule) => set(rules.map((one) => (one.id === rule.id ? rule : one))),
      add: (rule) => set([rule, ...rules]),
      remove: (id) => set(rules.filter((one) => one.id !== id)),
      replace: (next) => setDraft({ basedOn: view.version, rules: next }),
      drop: () => setDraft(null),
    };
  }, [draft, view]);
}
