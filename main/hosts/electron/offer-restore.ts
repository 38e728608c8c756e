import type { Dialog } from 'electron';
import { newestCopy, saveRestore } from '../../application.ts';
import type { Texts } from '../texts.ts';

const RESTORE = 0;

/**
 * A store too damaged to be opened: offers the newest copy that is whole. True when the person wants
 * it: the next start puts it in place, and what is damaged stays as a copy. False: nothing to offer,
 * or not wanted.
 */
export function offerRestore(
  dialog: Pick<Dialog, 'showMessageBoxSync'>,
  { text }: Texts,
  dataFolder: string,
  sentence: string,
): boolean {
  const copy = newestCopy(dataFolder);
  if (copy === null) return false;
  const at = new Date(copy.madeAt).toLocaleString();
  const answer = dialog.showMessageBoxSync({
    type: 'error',
    title: text('desktop.start-failed'),
    message: sentence,
    detail: text('desktop.restore.offer', { at }),
    buttons: [text('desktop.restore.do'), text('desktop.menu.quit')],
    defaultId: RESTORE,
    cancelId: 1,
    noLink: true,
  });
  if (answer !== RESTORE) return false;
  saveRestore(dataFolder, copy.path);
  return true;
}
