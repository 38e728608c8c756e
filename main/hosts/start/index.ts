import { Failure } from '../../domain/failure.ts';
import { programFolder } from '../program-folder.ts';
import { openTexts, type Texts } from '../texts.ts';
import { sendBuiltPage } from '../web/send-page.ts';
import { buildDesktop } from './build-desktop.ts';
import { ensureRenderer, rendererFolder } from './build-renderer.ts';
import { canShowWindow, fetchElectron, findElectron } from './electron-runtime.ts';
import { runElectron } from './run-electron.ts';
import { runWeb } from './run-web.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';

const root = programFolder();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm start`: the desktop application, or the same in a browser where Electron cannot be had. */
async function start(options: StartOptions, texts: Texts): Promise<void> {
  if (options.dev) return startDevelopment(options, texts);
  const [program] = await Promise.all([electronFor(options, texts), ensureRenderer(root)]);
  if (program !== null) {
    await buildDesktop(root);
    process.exitCode = await runElectron(program, root, options);
    return;
  }
  await runWeb(options, texts, sendBuiltPage(rendererFolder(root)), say);
}

async function electronFor(options: StartOptions, texts: Texts): Promise<string | null> {
  if (options.web) return null;
  if (!canShowWindow()) {
    say(texts.text('start.no-screen'));
    return null;
  }
  const program = findElectron(root) ?? (await fetchElectron(root));
  if (program === null) say(texts.text('start.no-electron'));
  return program;
}

async function startDevelopment(options: StartOptions, texts: Texts): Promise<void> {
  const { openDevelopmentPage } = await import('./development-page.ts');
  const page = await openDevelopmentPage(root);
  await runWeb(options, texts, page.sendPage, say);
}

try {
  await start(readStartOptions(process.argv.slice(2)), openTexts('ru'));
} catch (error) {
  const shown = error instanceof Failure ? openTexts('ru').failure(error) : String(error);
  process.stderr.write(`${shown}\n`);
  process.exit(1);
}
