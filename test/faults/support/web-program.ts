import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programFolder } from '../../../main/hosts/program-folder.ts';
import type * as RunWeb from '../../../main/hosts/start/run-web.ts';

/*
 * node web-program.ts <data folder>
 *
 * The built web host as `npm start -- --web` runs it, without looking whether anything must be
 * built: a source that somebody edits meanwhile is no part of how long a start takes.
 */
const [dataFolder] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error('The data folder is missing');
const built = join(programFolder(), 'dist');
process.env['NODE_COMPILE_CACHE'] = join(built, 'compiled');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);

const { openTexts } = await import('../../../main/hosts/texts.ts');
const { sendBuiltPage } = await import('../../../main/hosts/web/send-page.ts');
const { runWeb } = (await import(
  pathToFileURL(join(built, 'main', 'run-web.js')).href
)) as typeof RunWeb;
const options = { web: true, demo: false, dev: false, openBrowser: false, dataFolder, port: 0 };
const page = sendBuiltPage(join(built, 'renderer'));
await runWeb(options, openTexts('ru'), page, (line) => void process.stdout.write(`${line}\n`));
