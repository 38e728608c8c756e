import type { Texts } from '../texts.ts';
import type { DeskState } from './desk-state.ts';

/** What asks for somebody, in words; '' when nothing does. */
export function stateText(
  { late, unmapped, silent }: DeskState,
  { text }: Pick<Texts, 'text'>,
): string {
  return [
    ...(late > 0 ? [text('desktop.state.late', { count: late })] : []),
    ...(silent > 0 ? [text('desktop.state.silent', { count: silent })] : []),
    ...(unmapped > 0 ? [text('desktop.state.unmapped', { count: unmapped })] : []),
  ].join(', ');
}
