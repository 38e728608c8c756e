import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import { WHY_INPUT } from './change-panel.tsx';
import { SEARCH_INPUT } from './file-head.tsx';

/** Leaves the field, since a text field keeps Ctrl+Z to itself; Tab goes on from there. */
function submitChange(): void {
  const form = (document.getElementById(WHY_INPUT) as HTMLInputElement | null)?.form;
  if (!form) return;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  form.requestSubmit();
}

/** Ctrl+F goes to the search of fields, Ctrl+S sends the form that saves. */
export function useFileCommands(): void {
  const { t } = useTranslation();
  const commands = useMemo((): readonly Command[] => {
    const group = t('app.screen.terminals');
    return [
      {
        id: 'terminals.find',
        title: t('terminals.search'),
        group,
        keys: 'Ctrl+KeyF',
        run: () => document.getElementById(SEARCH_INPUT)?.focus(),
      },
      {
        id: 'terminals.save',
        title: t('terminals.save'),
        group,
        keys: 'Ctrl+KeyS',
        inFields: true,
        run: submitChange,
      },
    ];
  }, [t]);
  useCommands(commands);
}
