import type { Failure } from '../../domain/failure.ts';
import { programFolder } from '../program-folder.ts';
import { openTexts, type Texts } from '../texts.ts';
import { sendBuiltPage } from '../web/send-page.ts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rendererFolder } from './build-renderer.ts';
import { ensureBuilt } from './ensure-built.ts';
import { canShowWindow, findElectron } from './electron-runtime.ts';
import { fetchElectron } from './fetch-electron.ts';
import { runElectron } from './run-electron.ts';
import type * as RunWeb from './run-web.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';

const root = programFolder();
const words = process.argv.slice(2);
// Before the options are read: one that does not fit is told in the language asked for too.
const texts = openTexts(words.includes('--english') ? 'en' : 'ru');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm start`: the desktop application, or the same in a browser where Electron cannot be had. */
async function start(options: StartOptions, texts: Texts): Promise<void> {
  if (options.dev) return startDevelopment(options, texts);
  const [program] = await Promise.all([electronFor(options, texts), ensureBuilt(root)]);
  if (program !== null) {
    process.exitCode = await runElectron(program, root, options);
    return;
  }
  // The bundle, not the sources: stripping types would cost every thread hundreds of megabytes.
  process.env['NODE_COMPILE_CACHE'] = join(root, 'dist', 'compiled');
  const built = pathToFileURL(join(root, 'dist', 'main', 'run-web.js')).href;
  // eslint-disable-next-line import/no-dynamic-require -- what was built is nobody's source
  const { runWeb } = (await import(built)) as typeof RunWeb;
  await runWeb(options, texts, sendBuiltPage(rendererFolder(root)), say);
}

async function electronFor(options: StartOptions, texts: Texts): Promise<string | null> {
  if (options.web) return null;
  if (!canShowWindow()) {
    say(texts.text('start.no-screen'));
    return null;
  }
  const fetching = (): void => say(texts.text('start.fetching'));
  const program = findElectron(root) ?? (await fetchElectron(root, fetching));
  if (program === null) say(texts.text('start.no-electron'));
  return program;
}

async function startDevelopment(options: StartOptions, texts: Texts): Promise<void> {
  const { openDevelopmentPage } = await import('./development-page.ts');
  const { runWeb } = await import('./run-web.ts');
  const page = await openDevelopmentPage(root);
  await runWeb(options, texts, page.sendPage, say);
}

/** The bundle has a class `Failure` of its own: told by its name. */
function explain(error: unknown): string {
  if (!(error instanceof Error) || error.name !== 'Failure') return String(error);
  return texts.failure(error as Failure);
}

try {
  await start(readStartOptions(words), texts);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
