import type { Session } from 'electron';
import { isOwnPage } from './page-address.ts';

/** Writing plain text to the clipboard is what «copy» needs; the page needs nothing else. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

type Guarded = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** Denies camera, microphone, place, devices and everything else that a page can ask for. */
export function denyPermissions(session: Guarded): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(ALLOWED.has(permission) && isOwnPage(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED.has(permission) && isOwnPage(`${origin}/`),
  );
  session.setDevicePermissionHandler(() => false);
}
