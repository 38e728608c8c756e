import { Button } from '@mantine/core';
import {
  IconCloudUp,
  IconListSearch,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconStethoscope,
  IconTrash,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { navigate } from '../../shared/navigation/navigation.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './connections.module.css';
import { RemoveDialog } from './remove-dialog.tsx';

/** Pauses or goes on, with a way back. */
function usePause({ id, name, paused }: Connection): () => void {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  const set = async (to: boolean): Promise<void> =>
    void (await client.sync.setPaused({ connectionId: id, paused: to }));
  return () => {
    const done = (): void =>
      did({
        title: t(paused ? 'connections.resumed' : 'connections.paused', { name }),
        undo: () => set(paused),
        redo: () => set(!paused),
      });
    set(!paused).then(done, notifyFailure);
  };
}

/** What can be done with a connection. */
export function ConnectionButtons(props: {
  readonly connection: Connection;
  readonly testing: boolean;
  readonly onTest: () => void;
  readonly onEdit: () => void;
}): ReactNode {
  const { connection, testing, onTest, onEdit } = props;
  const { t } = useTranslation();
  const pause = usePause(connection);
  const [removing, setRemoving] = useState(false);
  const { paused, secretKept, name, vendor } = connection;
  const Pause = paused ? IconPlayerPlay : IconPlayerPause;
  const mark = { size: 16, stroke: 1.75, 'aria-hidden': true };
  return (
    <div className={styles.buttons} role="group" aria-label={name}>
      <Button
        leftSection={<IconStethoscope {...mark} />}
        loading={testing}
        disabled={!secretKept}
        onClick={onTest}
      >
        {t('connections.test')}
      </Button>
      <Button leftSection={<IconPencil {...mark} />} onClick={onEdit}>
        {t('connections.edit')}
      </Button>
      <Button leftSection={<Pause {...mark} />} onClick={pause}>
        {t(paused ? 'connections.resume' : 'connections.pause')}
      </Button>
      {vendor === 'iiko-biz' && (
        <Button
          leftSection={<IconCloudUp {...mark} />}
          onClick={() => navigate('connections', { move: String(connection.id) })}
        >
          {t('iiko-biz.switch')}
        </Button>
      )}
      <Button
        leftSection={<IconListSearch {...mark} />}
        onClick={() => navigate('sync', { tab: 'log', connection: String(connection.id) })}
      >
        {t('connections.log')}
      </Button>
      <Button
        className={styles.remove}
        variant="subtle"
        color="danger"
        leftSection={<IconTrash {...mark} />}
        onClick={() => setRemoving(true)}
      >
        {t('connections.remove')}
      </Button>
      {removing && <RemoveDialog connection={connection} onClose={() => setRemoving(false)} />}
    </div>
  );
}
