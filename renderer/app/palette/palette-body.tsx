import { IconSearch } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { findCommands } from '../../shared/commands/find-commands.ts';
import { useAllCommands } from '../../shared/commands/registry.ts';
import { PaletteList, optionId } from './palette-list.tsx';
import styles from './palette.module.css';

const LIST = 'palette-list';

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
};

/** The query and what it finds; arrows choose, Enter does it. */
export function PaletteBody({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const all = useAllCommands().filter(({ hintOnly }) => !hintOnly);
  const found = findCommands(all, query);
  const at = Math.min(chosen, found.length - 1);

  const run = (command: Command): void => {
    onClose();
    // After the dialog gave the focus back, so that a command may put it where it wants.
    setTimeout(command.run);
  };
  const press = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const command = found[at];
    if (step !== undefined) setChosen(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === 'Enter' && command) run(command);
    else return;
    event.preventDefault();
  };
  const type = (text: string): void => {
    setQuery(text);
    setChosen(0);
  };
  const active = found[at];
  return (
    <>
      <div className={styles.field}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(active) : undefined}
          aria-label={t('app.palette')}
          placeholder={t('app.palette.placeholder')}
          value={query}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
        <kbd>Esc</kbd>
      </div>
      <PaletteList id={LIST} commands={found} grouped={!query.trim()} active={active} onRun={run} />
    </>
  );
}
