import * as electron from 'electron';
import { readDesktopOptions } from './hosts/electron/desktop-options.ts';
import { runElectronHost, showStartFailure } from './hosts/electron/electron-host.ts';
import { programFolder } from './hosts/program-folder.ts';

// Not awaited here: Electron becomes ready only after this module was evaluated.
const options = readDesktopOptions(process.argv.slice(1));
void runElectronHost(electron, programFolder(), options).catch((error: unknown) =>
  showStartFailure(electron, options.dataFolder, error),
);
