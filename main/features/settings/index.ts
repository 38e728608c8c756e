export { changeSettings, isFirstRun, readSettings, saveFirstRunDone } from './settings.ts';
