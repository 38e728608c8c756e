import { ensureRenderer } from '../../main/hosts/start/build-renderer.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { requireBrowser } from './find-browser.ts';

/** Before the browser tests: a browser is on the machine and the page is built from these sources. */
export async function setup(): Promise<void> {
  process.env['CHROMIUM_PATH'] = requireBrowser();
  await ensureRenderer(programFolder());
}
