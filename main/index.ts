import * as electron from 'electron';
import { readDesktopOptions } from './hosts/electron/desktop-options.ts';
import { runElectronHost, showStartFailure } from './hosts/electron/electron-host.ts';
import { programFolder } from './hosts/program-folder.ts';

// Not awaited here: Electron becomes ready only after this module was evaluated.
void runElectronHost(electron, programFolder(), readDesktopOptions(process.argv.slice(1))).catch(
  (error: unknown) => showStartFailure(electron, error),
);
