import type { Application } from '../../application.ts';
import { Failure } from '../../domain/failure.ts';

/** What a command works with. */
export type CommandContext = Readonly<{
  /** Words after the command's name. */
  words: readonly string[];
  options: CommandOptions;
  dataFolder: string;
  /** Opens the core on the data folder when first asked for; closed when the command is over. */
  core(): Promise<Application>;
  /** The sentence of a failure. */
  explain(failure: Failure): string;
  /** A text of the product in the language asked for. */
  text(key: string, params?: Readonly<Record<string, string | number>>): string;
  /** A message for a person, on standard error. */
  say(line: string): void;
  /** Prints the document at once, for a command that goes on running. */
  print(document: unknown): void;
}>;

/** Every option of every command, as text; a flag is `true`. */
export type CommandOptions = Readonly<Record<string, string | boolean | undefined>>;

/** The one document that is printed, and whether the command reached what it was asked for. */
export type CommandResult = Readonly<{ document: unknown; reached: boolean }>;

export type Command = Readonly<{
  /** Words that call it, for example `['connect', 'iiko-cloud']`. */
  name: readonly string[];
  /** How its words and options are written. */
  usage: string;
  options: readonly string[];
  /** One answer as it is printed, for `--help`. */
  sample: unknown;
  /** null: the document was printed already. */
  run(context: CommandContext): Promise<CommandResult | null>;
}>;

/** Reads an option that must be a whole number within bounds; throws `invalid` that names it. */
export function wholeNumber(
  options: CommandOptions,
  name: string,
  otherwise: number,
  [least, most]: readonly [number, number],
): number {
  const text = options[name];
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (typeof text === 'string' && Number.isInteger(value) && value >= least && value <= most) {
    return value;
  }
  throw new Failure('invalid', 'cli.option', { option: `--${name} ${String(text)}` });
}

/** Reads an option of text; undefined when it was not given. */
export function textOption(options: CommandOptions, name: string): string | undefined {
  const text = options[name];
  return typeof text === 'string' ? text : undefined;
}
