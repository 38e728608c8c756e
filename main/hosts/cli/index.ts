import { runCommand } from './run-command.ts';

/** The command line: one JSON document on standard output, messages on standard error. */
// Whoever reads no further (`desk topics | head`) has what he wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});
process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
