import { parseArgs } from 'node:util';
import { Failure } from '../../domain/failure.ts';
import { checkWords } from './count-words.ts';
import type { Command, CommandOptions } from './command.ts';

export type CommandLine = Readonly<{
  command: Command | null;
  words: readonly string[];
  options: CommandOptions;
}>;

const FLAGS = new Set(['help', 'english', 'force', 'remove', 'nil', 'check', 'json', 'dry-run']);
const COMMON = ['data', 'help', 'english'];
/** A longitude west of Greenwich is a word, not an option. */
const NEGATIVE = /^-\d/;
const GUARD = '\u0000';

/** Reads the command line; throws `invalid` for an unknown command or an option or a word it does not have. */
export function readCommand(args: readonly string[], commands: readonly Command[]): CommandLine {
  const named = new Set([...COMMON, ...commands.flatMap(({ options }) => options)]);
  const { values, positionals } = parse(args, named);
  const command = commands.find(({ name }) => name.every((word, at) => positionals[at] === word));
  if (!command) {
    if (positionals.length > 0) {
      throw new Failure('invalid', 'cli.unknown-command', { command: positionals.join(' ') });
    }
    return { command: null, words: [], options: values };
  }
  const foreign = Object.keys(values).find(
    (option) => !COMMON.includes(option) && !command.options.includes(option),
  );
  if (foreign !== undefined) throw new Failure('invalid', 'cli.option', { option: `--${foreign}` });
  const words = positionals.slice(command.name.length);
  if (values['help'] !== true) checkWords(command, words);
  return { command, words, options: values };
}

const bare = (word: string): string => (word.startsWith(GUARD) ? word.slice(1) : word);

const unguarded = (value: unknown): unknown => (typeof value === 'string' ? bare(value) : value);

function parse(
  args: readonly string[],
  named: ReadonlySet<string>,
): Readonly<{ values: CommandOptions; positionals: readonly string[] }> {
  const options = Object.fromEntries(
    [...named].map((name) => [name, { type: FLAGS.has(name) ? 'boolean' : 'string' } as const]),
  );
  try {
    const guarded = args.map((word) => (NEGATIVE.test(word) ? `${GUARD}${word}` : word));
    const { values, positionals } = parseArgs({ args: guarded, options, allowPositionals: true });
    const told = Object.entries(values).map(([name, value]) => [name, unguarded(value)]);
    return {
      values: Object.fromEntries(told) as CommandOptions,
      positionals: positionals.map(bare),
    };
  } catch (error) {
    const option = /'(--?[\w-]+)/.exec(String(error))?.[1] ?? '';
    throw new Failure('invalid', 'cli.option', { option }, { cause: error });
  }
}
