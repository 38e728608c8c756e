import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** A message that passes by; errors stay until they are closed. */
export type Notice = Readonly<{
  id?: string;
  tone: 'info' | 'success' | 'warning' | 'danger';
  title: string;
  message?: ReactNode;
  /** What the closing button is called; one that passes by itself has none. */
  closeLabel?: string;
}>;

const COLORS = { info: 'accent', success: 'success', warning: 'warning', danger: 'danger' };

/** Shows a passing message in the corner. */
export function notify(notice: Notice): void {
  notifications.show({
    ...(notice.id === undefined ? {} : { id: notice.id }),
    color: COLORS[notice.tone],
    title: notice.title,
    message: notice.message ?? null,
    withCloseButton: notice.closeLabel !== undefined,
    closeButtonProps: { 'aria-label': notice.closeLabel },
    autoClose: notice.tone === 'danger' && notice.closeLabel !== undefined ? false : 6000,
  });
}
