import { readFileSync } from 'node:fs';
import { fileText, hasWrittenSecrets } from '../../application.ts';
import type { ProvisioningProblems, ProvisioningStep } from '../../contract/provisioning.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import type { Command, CommandContext } from './command.ts';
import { requireWords } from './named-file.ts';

type Checked = Readonly<{ problems: ProvisioningProblems; steps: readonly ProvisioningStep[] }>;

/** Prepares this PC from a file; `--check` only tells what would be done. */
export const provisionCommand: Command = {
  name: ['provision'],
  usage: 'provision FILE [--check]',
  options: ['check'],
  sample: {
    applied: true,
    problems: [],
    steps: [{ what: 'connection', change: 'add', name: 'Суши Маркет' }],
  },
  run: async (context) => {
    const [file] = requireWords(context, 1, provisionCommand.usage);
    const text = read(file!);
    const application = await context.core();
    const { problems, steps } = await askCore<Checked>(application, 'provisioning.check', { text });
    for (const problem of problems) tell(context, file!, problem);
    const apply = problems.length === 0 && context.options['check'] !== true;
    if (apply) await askCore(application, 'provisioning.apply', { text });
    // The file is the administrator's own: it is not changed, and not kept quiet about.
    if (apply && hasWrittenSecrets(text))
      context.say(context.text('cli.provision.secrets', { file: file! }));
    return { document: { applied: apply, problems, steps }, reached: problems.length === 0 };
  },
};

function read(path: string): string {
  try {
    return fileText(readFileSync(path));
  } catch (error) {
    throw new Failure('not-found', 'cli.no-file', { path }, { cause: error });
  }
}

function tell({ say, explain }: CommandContext, file: string, problem: ProvisioningProblems[0]) {
  const { line = 1, column = 1 } = problem.params;
  say(`${file}:${line}:${column}: ${explain(Failure.fromData(problem))}`);
}
