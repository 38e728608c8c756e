import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import { SECTIONS } from './sections.ts';

/** Every part of the settings can be gone to from the palette, on any screen. */
export function useSettingsCommands(): void {
  const { t } = useTranslation();
  const commands = useMemo<readonly Command[]>(
    () =>
      SECTIONS.map(({ id }) => ({
        id: `settings.${id}`,
        title: t('settings.go', { section: t(`settings.section.${id}`) }),
        group: t('app.screen.settings'),
        rank: 1,
        run: () => navigate('settings', { section: id }),
      })),
    [t],
  );
  useCommands(commands);
}
