import { Button, Modal, Radio } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../main/contract/connections.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import form from './form.module.css';

type Fate = 'keep' | 'delete';

/** Removes with the chosen fate of the data; what was kept can be taken back. */
function useRemove({ id, name }: Connection): (fate: Fate) => Promise<void> {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const remove = async (data: Fate): Promise<void> =>
    void (await client.connections.remove({ connectionId: id, data }));
  return async (fate) => {
    await remove(fate);
    if (fate === 'delete') return;
    did({
      title: t('connections.removed', { name }),
      undo: async () => void (await client.connections.restore({ connectionId: id })),
      redo: () => remove('keep'),
    });
  };
}

function FateChoice(props: {
  readonly connection: Connection;
  readonly fate: Fate;
  readonly onFate: (fate: Fate) => void;
}): ReactNode {
  const { connection, fate, onFate } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const orders = { count: connection.orders, orders: format.number(connection.orders) };
  return (
    <Radio.Group
      label={t('connections.remove.question')}
      value={fate}
      onChange={(value) => onFate(value as Fate)}
    >
      <div className={form.form}>
        <Radio
          value="keep"
          label={t('connections.remove.keep')}
          description={t('connections.remove.keep.note', orders)}
          data-autofocus
        />
        <Radio
          value="delete"
          label={t('connections.remove.delete')}
          description={t('connections.remove.delete.note', orders)}
        />
      </div>
    </Radio.Group>
  );
}

/** The one place that asks: what becomes of the orders that came through this connection. */
export function RemoveDialog(props: {
  readonly connection: Connection;
  readonly onClose: () => void;
}): ReactNode {
  const { connection, onClose } = props;
  const { t } = useTranslation();
  const removeWith = useRemove(connection);
  const [fate, setFate] = useState<Fate>('keep');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await removeWith(fate);
      onClose();
    } catch (error) {
      setFailure(toFailure(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': t('connections.edit.close') }}
      onClose={onClose}
      title={t('connections.remove.title', { name: connection.name })}
    >
      <div className={form.form}>
        <FateChoice connection={connection} fate={fate} onFate={setFate} />
        {failure && <FailureNotice failure={failure} />}
        <div className={form.buttons}>
          <Button
            variant="filled"
            color={fate === 'delete' ? 'danger' : 'accent'}
            loading={busy}
            onClick={() => void remove()}
          >
            {t(fate === 'delete' ? 'connections.remove.with-data' : 'connections.remove')}
          </Button>
          <Button onClick={onClose}>{t('connections.add.cancel')}</Button>
        </div>
      </div>
    </Modal>
  );
}
