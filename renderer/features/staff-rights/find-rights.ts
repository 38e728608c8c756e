import { STAFF_RIGHTS, type StaffRight } from '../../../main/domain/staff/staff-rights.ts';
import { layoutVariants } from '../../../main/domain/keyboard-layout.ts';

/** Rights whose code, name or note has the words, typed in either keyboard layout. */
export function findRights(query: string, wordsOf: (right: StaffRight) => string): StaffRight[] {
  const wanted = layoutVariants(query.trim().toLowerCase());
  return STAFF_RIGHTS.filter((right) => {
    const words = wordsOf(right).toLowerCase();
    return wanted.some((variant) => variant.split(/\s+/).every((word) => words.includes(word)));
  });
}
