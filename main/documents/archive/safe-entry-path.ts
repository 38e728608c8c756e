import { refuseArchive } from './archive-failure.ts';

const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:[ .].*)?$/i;
// eslint-disable-next-line no-control-regex -- finding them is the purpose
const FORBIDDEN = /[<>:"|?*\u0000-\u001F\u007F]/;
const LONGEST_PATH = 240;

/**
 * The path of an archive's entry with `/` between its steps, when it is one that stays below the
 * folder it is put in on Windows and elsewhere. Absolute paths, drives, network addresses, `..`,
 * devices, streams, and names that end in a dot or a space are `Failure('refused')`.
 */
export function safeEntryPath(name: string): string {
  const steps = name.replaceAll('\\', '/').split('/');
  const isSafe = name.length <= LONGEST_PATH && name.isWellFormed() && steps.every(isSafeStep);
  if (!isSafe) refuseArchive('name', { name: name.slice(0, LONGEST_PATH) });
  return steps.join('/');
}

function isSafeStep(step: string): boolean {
  if (step === '' || FORBIDDEN.test(step) || DEVICE.test(step)) return false;
  return !/[. ]$/.test(step);
}
