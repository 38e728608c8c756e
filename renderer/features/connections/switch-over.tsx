import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection, SwitchOver } from '../../../main/contract/connections.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { AddConnection } from './add-connection.tsx';
import styles from './add-connection.module.css';
import form from './form.module.css';
import { SwitchResult } from './switch-result.tsx';

type Stage =
  | Readonly<{ type: 'connect'; failure: Failure | null }>
  | Readonly<{ type: 'moved'; to: Connection; moved: SwitchOver }>;

/** Moves, with a way back: the former goes on, the new one is paused, groups are as they were. */
function useMove(from: Connection, onStage: (stage: Stage) => void) {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const pause = (connectionId: number, paused: boolean): Promise<null> =>
    client.sync.setPaused({ connectionId, paused });
  const move = async (to: Connection): Promise<SwitchOver> => {
    const moved = await client.connections.switchOver({ fromId: from.id, toId: to.id });
    onStage({ type: 'moved', to, moved });
    return moved;
  };
  return async (to: Connection): Promise<void> => {
    try {
      let { mappingVersion } = await move(to);
      did({
        title: t('iiko-biz.switch.done', { name: to.name }),
        undo: async () => {
          if (mappingVersion !== null) {
            await client.statusMapping.unapply({ version: mappingVersion });
          }
          await pause(to.id, true);
          await pause(from.id, false);
        },
        redo: async () => {
          await pause(to.id, false);
          ({ mappingVersion } = await move(to));
        },
      });
    } catch (error) {
      onStage({ type: 'connect', failure: toFailure(error) });
    }
  };
}

/** The way from iiko.biz to iiko Cloud: connect it, or take the one that is there, and carry over. */
export function SwitchOverSteps(props: {
  readonly from: Connection;
  /** iiko Cloud connections that are there already. */
  readonly ready: readonly Connection[];
  readonly onClose: () => void;
}): ReactNode {
  const { from, ready, onClose } = props;
  const { t } = useTranslation();
  const [stage, setStage] = useState<Stage>({ type: 'connect', failure: null });
  const move = useMove(from, setStage);
  if (stage.type === 'moved') return <SwitchResult {...stage} onClose={onClose} />;
  return (
    <div className={styles.wizard}>
      <p className={form.note}>{t('iiko-biz.switch.text', { name: from.name })}</p>
      {stage.failure && <FailureNotice failure={stage.failure} />}
      {ready.length > 0 && (
        <div className={form.buttons}>
          {ready.map((one) => (
            <Button key={one.id} variant="filled" onClick={() => void move(one)}>
              {t('iiko-biz.switch.to', { name: one.name })}
            </Button>
          ))}
          <Button onClick={onClose}>{t('connections.add.cancel')}</Button>
        </div>
      )}
      {ready.length === 0 && (
        <AddConnection straight onCancel={onClose} onDone={(to) => void move(to)} />
      )}
    </div>
  );
}
