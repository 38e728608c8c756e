import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type PropsWithChildren, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Connection } from '../../../main/contract/connections.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useMay } from '../../bridge/session-context.tsx';
import { useCommands } from '../../shared/commands/registry.ts';
import { navigate, usePlace } from '../../shared/navigation/navigation.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { Screen } from '../../shared/ui/screen.tsx';
import { AddConnection } from './add-connection.tsx';
import { ConnectionsContent } from './connections-content.tsx';
import { createConnectionsSlice } from './connections-slice.ts';
import styles from './connections.module.css';
import { EditConnection } from './edit-connection.tsx';
import { SwitchOverSteps } from './switch-over.tsx';
import { SEARCH_INPUT, useConnectionCommands } from './use-connection-commands.ts';

const toList = (): void => navigate('connections');

/** Back to the list, with a way back to where nothing was connected. */
function useAdded(): (connection: Connection) => void {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  return ({ id, name }) => {
    toList();
    did({
      title: t('connections.added', { name }),
      undo: async () => void (await client.connections.remove({ connectionId: id, data: 'keep' })),
      redo: async () => void (await client.connections.restore({ connectionId: id })),
    });
  };
}

function AddButton(): ReactNode {
  const { t } = useTranslation();
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => navigate('connections', { add: 'iiko-cloud' })}
    >
      {t('connections.add')}
    </Button>
  );
}

function SearchBox(props: {
  readonly search: string;
  readonly onSearch: (search: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <TextInput
      id={SEARCH_INPUT}
      type="search"
      aria-label={t('connections.search')}
      placeholder={t('connections.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={props.search}
      onChange={(event) => props.onSearch(event.currentTarget.value)}
    />
  );
}

function Wizard({ title, children }: PropsWithChildren<{ readonly title: string }>): ReactNode {
  return (
    <Screen title={title}>
      <div className={styles.page}>{children}</div>
    </Screen>
  );
}

/** Outside systems this PC is connected to, the catalogue, adding and changing. */
export function ConnectionsScreen(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const onAdded = useAdded();
  const may = useMay('edit-connections');
  const { screen, params } = usePlace();
  const slice = useMemo(() => createConnectionsSlice(client), [client]);
  const state = useStore(slice);
  const [search, setSearch] = useState('');
  useEffect(() => {
    void slice.read();
    return slice.follow();
  }, [slice]);
  const adding = screen === 'connections' && params['add'] !== undefined;
  const open = adding || params['edit'] !== undefined || params['move'] !== undefined;
  useCommands(useConnectionCommands(may, open));

  if (adding && may) {
    return (
      <Wizard title={t('connections.add')}>
        <AddConnection vendor={params['add'] ?? 'iiko-cloud'} onCancel={toList} onDone={onAdded} />
      </Wizard>
    );
  }
  const mine = state.type === 'shown' && may ? state.connections : [];
  const named = (param: string): Connection | undefined =>
    mine.find(({ id }) => id === Number(params[param]));
  const moved = named('move');
  if (moved) {
    return (
      <Wizard title={t('iiko-biz.switch.title')}>
        <SwitchOverSteps
          from={moved}
          ready={mine.filter(({ vendor }) => vendor === 'iiko-cloud')}
          onClose={toList}
        />
      </Wizard>
    );
  }
  const edited = named('edit');
  return (
    <Screen
      title={t('app.screen.connections')}
      actions={may && <AddButton />}
      search={<SearchBox search={search} onSearch={setSearch} />}
      side={edited && <EditConnection key={edited.id} connection={edited} onClose={toList} />}
      sideLabel={edited?.name ?? ''}
    >
      <div className={styles.page}>
        {state.type === 'failed' && (
          <FailureNotice failure={state.failure} onRetry={() => void slice.read()} />
        )}
        {state.type === 'shown' && <ConnectionsContent state={state} search={search} may={may} />}
      </div>
    </Screen>
  );
}
