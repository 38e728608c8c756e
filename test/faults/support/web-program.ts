import { programFolder } from '../../../main/hosts/program-folder.ts';
import { rendererFolder } from '../../../main/hosts/start/build-renderer.ts';
import { runWeb } from '../../../main/hosts/start/run-web.ts';
import { openTexts } from '../../../main/hosts/texts.ts';
import { sendBuiltPage } from '../../../main/hosts/web/send-page.ts';

/*
 * node web-program.ts <data folder>
 *
 * The web host as `npm start -- --web` runs it, without looking whether the page must be built: a
 * source that somebody edits meanwhile is no part of how long a start takes.
 */
const [dataFolder] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error('The data folder is missing');
const options = { web: true, demo: false, dev: false, openBrowser: false, dataFolder, port: 0 };
const page = sendBuiltPage(rendererFolder(programFolder()));
await runWeb(options, openTexts('ru'), page, (line) => void process.stdout.write(`${line}\n`));
