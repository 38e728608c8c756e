import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoProvider } from '../shared/undo/undo-context.tsx';
import type { Edit, UndoStack } from '../shared/undo/undo-stack.ts';
import { useNotifyFailure } from '../shared/ui/use-notify-failure.ts';

const TOAST = 'undo';
const SHOWN_MS = 8000;

/** Remembers the window's edits and shows each with «Вернуть». */
export function UndoWithToast({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  const notifyFailure = useNotifyFailure();
  const announce = useCallback(
    (edit: Edit, stack: UndoStack) => {
      const back = (): void => {
        notifications.hide(TOAST);
        stack.undoOnly(edit).catch(notifyFailure);
      };
      notifications.hide(TOAST);
      notifications.show({
        id: TOAST,
        message: (
          <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
            <span style={{ flex: 1 }}>{edit.title}</span>
            <Button onClick={back}>{t('app.undo.back')}</Button>
          </div>
        ),
        closeButtonProps: { 'aria-label': t('app.close') },
        autoClose: SHOWN_MS,
      });
    },
    [t, notifyFailure],
  );
  return <UndoProvider announce={announce}>{children}</UndoProvider>;
}
