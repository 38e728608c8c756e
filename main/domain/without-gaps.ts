const EMPTY_BRACKETS = /\s*\(\s*\)/g;
const SPACE_WITHIN = /\s+\)/g;

/** A text whose values may be empty, without the brackets and spaces that stood around them. */
export const withoutGaps = (text: string): string =>
  text.replaceAll(EMPTY_BRACKETS, '').replaceAll(SPACE_WITHIN, ')');
