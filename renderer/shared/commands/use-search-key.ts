import { useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from './command.ts';
import { useCommands } from './registry.ts';

/** Lets Ctrl+F go to the screen's search box and select what stands in it. */
export function useSearchKey(field: RefObject<HTMLInputElement | null>): void {
  const { t } = useTranslation();
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'screen.search',
        title: t('app.command.search'),
        group: t('app.group.screen'),
        keys: 'Ctrl+KeyF',
        run: () => {
          field.current?.focus();
          field.current?.select();
        },
      },
    ],
    [t, field],
  );
  useCommands(commands);
}
