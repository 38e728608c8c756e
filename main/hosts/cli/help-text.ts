import type { Texts } from '../texts.ts';
import type { Command } from './command.ts';

/** What `--help` prints: every command with its purpose and one sample answer. */
export function helpText(commands: readonly Command[], texts: Texts): string {
  const shown = commands.map((command) =>
    [
      command.usage,
      `    ${texts.text(`cli.help.${command.name.join('-')}`)}`,
      ...JSON.stringify(command.sample, null, 2)
        .split('\n')
        .map((line) => `    ${line}`),
    ].join('\n'),
  );
  return [texts.text('cli.help.head'), ...shown].join('\n\n');
}
