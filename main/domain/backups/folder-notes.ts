/** Names the folder that is used instead of the one it lies in; the installer's `/DATA=` writes it too. */
export const FOLDER_NOTE = 'data-folder.txt';

/** Says where the next start shall move the data of the folder it lies in. */
export const MOVE_WISH = 'move.json';
