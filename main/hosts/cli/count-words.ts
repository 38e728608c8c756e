import { Failure } from '../../domain/failure.ts';
import type { Command } from './command.ts';

/** An option with its value, in brackets or not; choices of options are put in parentheses. */
const OPTIONS = /\([^)]*\)|\[--[^\]]*\]|--[\w-]+ [A-Zа-яa-z]\S*/g;
const OPTIONAL = /^\[|\|--/;

/** How many words may follow a command's name, by the line that tells people how it is written. */
export function wordsOf({
  name,
  usage,
}: Pick<Command, 'name' | 'usage'>): readonly [number, number] {
  const words = usage.replaceAll(OPTIONS, '').split(/\s+/).filter(Boolean).slice(name.length);
  return [words.filter((word) => !OPTIONAL.test(word)).length, words.length];
}

/** `invalid` `cli.words` that shows how the command is written: a word that is left over does nothing. */
export function checkWords(command: Command, words: readonly string[]): void {
  const [least, most] = wordsOf(command);
  if (words.length < least || words.length > most) {
    throw new Failure('invalid', 'cli.words', { usage: command.usage });
  }
}
