import type { Application } from '../../application.ts';
import type { FailureData } from '../../domain/failure.ts';
import type { LogEntry } from '../../outside.ts';
import { chooseDataFolder } from '../node/data-folder.ts';
import { nodeCoreOptions } from '../node/node-core-options.ts';
import { openProgramLog } from '../node/program-log.ts';
import { openTexts, type Texts } from '../texts.ts';
import { asFailure } from '../thread/as-failure.ts';
import { startCore } from '../thread/start-core.ts';
import { textOption, type CommandContext, type CommandResult } from './command.ts';
import { COMMANDS } from './commands.ts';
import { helpText } from './help-text.ts';
import { readCommand, type CommandLine } from './read-command.ts';

/** Where a command writes; one document on `out`, messages on `err`. */
export type Streams = Readonly<{ out(text: string): void; err(text: string): void }>;

/** Runs one command line and answers the exit code: 0, or 1 for any Failure. Never rejects. */
export async function runCommand(args: readonly string[], streams: Streams): Promise<0 | 1> {
  const texts = openTexts(args.includes('--english') ? 'en' : 'ru');
  let log: (entry: LogEntry) => void = () => undefined;
  try {
    const line = readCommand(args, COMMANDS);
    if (line.command === null || line.options['help'] === true) {
      const asked = line.options['help'] === true;
      const help = `${helpText(line.command ? [line.command] : COMMANDS, texts)}\n`;
      if (asked) streams.out(help);
      else streams.err(help);
      return asked ? 0 : 1;
    }
    log = openProgramLog(chooseDataFolder(textOption(line.options, 'data'))).log;
    return await runLine(line, texts, streams);
  } catch (error) {
    const failure = asFailure(error, log);
    streams.err(`${texts.failure(failure)}\n`);
    printJson(streams, { ok: false, failure: failure.toData() } satisfies Refusal);
    return 1;
  }
}

type Refusal = Readonly<{ ok: false; failure: FailureData }>;

function printJson(streams: Streams, document: unknown): void {
  streams.out(`${JSON.stringify(document, null, 2)}\n`);
}

async function runLine(line: CommandLine, texts: Texts, streams: Streams): Promise<0 | 1> {
  const dataFolder = chooseDataFolder(textOption(line.options, 'data'));
  let opened: Promise<Application> | null = null;
  const context: CommandContext = {
    words: line.words,
    options: line.options,
    dataFolder,
    core: () =>
      (opened ??= startCore(nodeCoreOptions('command-line', dataFolder, false)).then(
        closeOnSignal,
      )),
    explain: (failure) => texts.failure(failure),
    text: (key, params) => texts.text(key, params),
    say: (message) => streams.err(`${message}\n`),
    print: (document) => printJson(streams, document),
  };
  try {
    const result: CommandResult | null = (await line.command?.run(context)) ?? null;
    if (result) printJson(streams, result.document);
    return result?.reached === false ? 1 : 0;
  } finally {
    await closeOpened(opened);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Who interrupts a command ends its work in order: licence slots are given back, nothing is cut. */
function closeOnSignal(application: Application): Application {
  for (const signal of SIGNALS) process.once(signal, () => void application.close());
  return application;
}

async function closeOpened(opened: Promise<Application> | null): Promise<void> {
  const application = await opened?.catch(() => null);
  await application?.close();
}
