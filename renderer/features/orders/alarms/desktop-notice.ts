/** A notice of the desktop: shown by the system while the window is away. */
export type DesktopNotice = Readonly<{
  tag: string;
  title: string;
  body: string;
  onClick: () => void;
}>;

/** `default`: nobody was asked yet. */
export function noticePermission(): NotificationPermission | 'absent' {
  return typeof Notification === 'undefined' ? 'absent' : Notification.permission;
}

/** Asks the person once; answers what they chose. */
export async function askForNotices(): Promise<NotificationPermission | 'absent'> {
  return noticePermission() === 'default' ? Notification.requestPermission() : noticePermission();
}

/** Shows the notice when it is allowed and the window is not looked at; the same tag replaces. */
export function showNotice({ tag, title, body, onClick }: DesktopNotice): void {
  if (noticePermission() !== 'granted' || document.hasFocus()) return;
  const notice = new Notification(title, { tag, body });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
    onClick();
  });
}
