import { IconCheck, IconQuestionMark, IconRefresh, type Icon } from '@tabler/icons-react';
import type { CompletenessState } from '../../../main/contract/sync.ts';

/** The three honest states, best first. */
export const STATES: readonly CompletenessState[] = ['complete', 'healing', 'unproven'];

/** A sign beside the colour: nobody has to tell green from amber. */
export const STATE_MARKS: Readonly<Record<CompletenessState, Icon>> = {
  complete: IconCheck,
  healing: IconRefresh,
  unproven: IconQuestionMark,
};
