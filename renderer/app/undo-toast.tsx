import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoProvider } from '../shared/undo/undo-context.tsx';
import type { Edit, UndoStack } from '../shared/undo/undo-stack.ts';
import { useNotifyFailure } from '../shared/ui/use-notify-failure.ts';

const TOAST = 'undo';
const SHOWN_MS = 8000;

/** Remembers the window's edits and shows each with «Вернуть». */
export function UndoWithToast({ children }: { readonly children: ReactNode }): ReactNode {
  const { t, i18n } = useTranslation();
  // What was said in one language does not stay in another.
  useEffect(() => {
    const clean = (): void => notifications.clean();
    i18n.on('languageChanged', clean);
    return () => i18n.off('languageChanged', clean);
  }, [i18n]);
  // Nor with who works after: another's edit is not theirs to take back.
  useEffect(() => () => void notifications.hide(TOAST), []);
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
