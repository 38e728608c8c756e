import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';

/** The check from the palette, while its screen is open. */
export function useDiagnosisCommands(run: () => void): void {
  const { t } = useTranslation();
  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'diagnosis.run', title: t('diagnosis.command'), group: t('app.screen.terminals'), run },
    ],
    [t, run],
  );
  useCommands(commands);
}
