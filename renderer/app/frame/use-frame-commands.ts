import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../bridge/client-context.tsx';
import { useChangePersonal, usePersonal } from '../../bridge/session-context.tsx';
import { useSettingsCommands } from '../../features/settings/index.ts';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { useUndoStack } from '../../shared/undo/undo-context.tsx';
import { RAIL_SCREENS, SCREENS } from '../screens.tsx';

function useGoCommands(): void {
  const { t, i18n } = useTranslation();
  const commands = useMemo<readonly Command[]>(() => {
    const english = i18n.getFixedT('en');
    const russian = i18n.getFixedT('ru');
    return SCREENS.map((screen) => {
      const place = RAIL_SCREENS.indexOf(screen);
      const command: Command = {
        id: `go.${screen.id}`,
        title: t(screen.titleKey),
        group: t('app.group.go'),
        keywords: `${english(screen.titleKey)} ${russian(screen.titleKey)}`,
        run: () => navigate(screen.id),
      };
      return place < 0 ? command : { ...command, keys: `Alt+Digit${place + 1}` };
    });
  }, [t, i18n]);
  useCommands(commands);
}

function useEditCommands(): void {
  const { t } = useTranslation();
  const stack = useUndoStack();
  const notifyFailure = useNotifyFailure();
  const commands = useMemo<readonly Command[]>(() => {
    const step = (way: 'undo' | 'redo'): void => {
      stack[way]().then((edit) => {
        const title = edit ? t(`app.undo.${way}`, { edit: edit.title }) : t(`app.undo.no-${way}`);
        notify({ id: 'undo-step', tone: 'info', title });
      }, notifyFailure);
    };
    const group = t('app.group.edit');
    return [
      {
        id: 'edit.undo',
        title: t('app.command.undo'),
        group,
        keys: 'Ctrl+KeyZ',
        run: () => step('undo'),
      },
      {
        id: 'edit.redo',
        title: t('app.command.redo'),
        group,
        keys: 'Ctrl+Shift+KeyZ',
        run: () => step('redo'),
      },
    ];
  }, [t, stack, notifyFailure]);
  useCommands(commands);
}

function useSyncCommand(): void {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'sync.now',
        title: t('app.command.sync'),
        group: t('app.group.data'),
        keywords: 'sync refresh обновить',
        keys: 'F5',
        run: () => void client.sync.now({ connectionId: null }).catch(notifyFailure),
      },
    ],
    [t, client, notifyFailure],
  );
  useCommands(commands);
}

function useLookCommands(): void {
  const { t } = useTranslation();
  const { theme, language, rowHeight } = usePersonal();
  const change = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const commands = useMemo<readonly Command[]>(() => {
    const set = (patch: Parameters<typeof change>[0]) => () =>
      void change(patch).catch(notifyFailure);
    const group = t('app.group.look');
    const other = language === 'ru' ? 'en' : 'ru';
    const height = rowHeight === 'compact' ? 'comfortable' : 'compact';
    const themes = (['light', 'dark', 'system'] as const).filter((one) => one !== theme);
    return [
      ...themes.map((one) => ({
        id: `look.theme.${one}`,
        title: t(`app.command.theme.${one}`),
        group,
        run: set({ theme: one }),
      })),
      {
        id: 'look.rows',
        title: t(`app.command.rows.${height}`),
        group,
        run: set({ rowHeight: height }),
      },
      {
        id: 'look.language',
        title: t(`app.command.language.${other}`),
        group,
        keywords: 'language язык',
        run: set({ language: other }),
      },
    ];
  }, [t, theme, language, rowHeight, change, notifyFailure]);
  useCommands(commands);
}

/** What can be done anywhere: go, undo, sync, change the look. */
export function useFrameCommands(): void {
  useGoCommands();
  useEditCommands();
  useSyncCommand();
  useLookCommands();
  useSettingsCommands();
}
