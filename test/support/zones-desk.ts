import { COMMANDS } from '../../main/hosts/cli/commands.ts';
import { readCommand } from '../../main/hosts/cli/read-command.ts';
import { openTexts } from '../../main/hosts/texts.ts';
import type { FilledApplication } from './application-with-orders.ts';

/** What a command ends with: its document, its exit code as a yes or no, and what it said meanwhile. */
export type DeskAnswer = Readonly<{ document: unknown; reached: boolean; said: string }>;

const texts = openTexts('ru');

/** Runs `desk zones …` on a core that is open already: starting one takes longer than the command. */
export const zonesDesk =
  ({ application, dataFolder }: FilledApplication) =>
  async (...args: string[]): Promise<DeskAnswer> => {
    let said = '';
    const { command, words, options } = readCommand(['zones', ...args], COMMANDS);
    const result = await command!.run({
      words,
      options,
      dataFolder,
      core: () => Promise.resolve(application),
      explain: (failure) => texts.failure(failure),
      text: (key, params) => texts.text(key, params),
      say: (line) => void (said += `${line}\n`),
      print: () => undefined,
    });
    return { document: result!.document, reached: result!.reached, said };
  };
