import type { ConfigMerge, MergeStretch } from '../../../main/contract/config-changes.ts';

/** Which side a conflict takes, by its place among the stretches. */
export type MergeChoices = ReadonlyMap<number, 'mine' | 'theirs'>;

/** Places of the stretches where somebody has to decide. */
export const conflictsOf = ({ stretches }: ConfigMerge): readonly number[] =>
  stretches.flatMap(({ type }, place) => (type === 'conflict' ? [place] : []));

/** The text with every conflict decided; null while one is open. Lines keep their own ends. */
export function decidedText(merge: ConfigMerge, choices: MergeChoices): string | null {
  if (merge.merged !== null) return merge.merged;
  if (conflictsOf(merge).some((place) => !choices.has(place))) return null;
  return merge.stretches.flatMap((stretch, place) => linesOf(stretch, choices.get(place))).join('');
}

function linesOf(stretch: MergeStretch, choice: 'mine' | 'theirs' | undefined): readonly string[] {
  switch (stretch.type) {
    case 'same':
      return stretch.base;
    case 'theirs':
      return stretch.theirs;
    case 'mine':
    case 'both':
      return stretch.mine;
    case 'conflict':
      return choice === 'theirs' ? stretch.theirs : stretch.mine;
  }
}
