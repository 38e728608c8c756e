import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { navigate } from '../../shared/navigation/navigation.ts';

/** Id of the screen's search box, for Ctrl+F. */
export const SEARCH_INPUT = 'connections-search';

/** What can be done on the connections screen by keys and from the palette; `open`: something is being added or changed. */
export function useConnectionCommands(may: boolean, open: boolean): readonly Command[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const group = t('app.screen.connections');
    const find: Command = {
      id: 'connections.search',
      title: t('connections.search'),
      group,
      keys: 'Ctrl+KeyF',
      run: () => document.getElementById(SEARCH_INPUT)?.focus(),
    };
    const add: Command = {
      id: 'connections.add',
      title: t('connections.add'),
      group,
      run: () => navigate('connections', { add: 'iiko-cloud' }),
    };
    const close: Command = {
      id: 'connections.close',
      title: t('connections.edit.close'),
      group,
      keys: 'Escape',
      run: () => navigate('connections'),
    };
    return [find, ...(may ? [add] : []), ...(open ? [close] : [])];
  }, [t, may, open]);
}
