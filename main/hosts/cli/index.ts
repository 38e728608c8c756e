import { runCommand } from './run-command.ts';

/** The command line: one JSON document on standard output, messages on standard error. */
process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
