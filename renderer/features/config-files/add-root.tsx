import { Button, Modal, TextInput } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../bridge/client-context.tsx';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { useSubmit } from '../../shared/ui/use-submit.ts';
import panel from './panel.module.css';

/** Adds a folder or archive; taking it back forgets it, its files' history stays. */
function useAddRoot(): (path: string) => Promise<void> {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  return async (path) => {
    let root = await client.configFiles.addRoot({ path });
    did({
      title: t('terminals.root.added', { path: root.path }),
      undo: async () => void (await client.configFiles.removeRoot({ rootId: root.id })),
      redo: async () => {
        root = await client.configFiles.addRoot({ path });
      },
    });
  };
}

function AddDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const add = useAddRoot();
  const [path, setPath] = useState('');
  const { busy, failure, submit } = useSubmit(() => add(path.trim()), onClose);
  return (
    <Modal
      opened
      title={t('terminals.root.title')}
      closeButtonProps={{ 'aria-label': t('terminals.close') }}
      onClose={onClose}
    >
      <form className={panel.form} onSubmit={submit}>
        <TextInput
          label={t('terminals.root.path')}
          description={t('terminals.root.note')}
          placeholder="K:\iiko\CashServer"
          data-autofocus
          maxLength={1000}
          value={path}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        {failure && <FailureNotice failure={failure} />}
        <div className={panel.buttons}>
          <Button type="submit" variant="filled" loading={busy} disabled={path.trim() === ''}>
            {t('terminals.root.add')}
          </Button>
          <Button onClick={onClose}>{t('terminals.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** The button that brings in files of other terminals. */
export function AddRoot(): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconFolderPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('terminals.root.open')}
      </Button>
      {open && <AddDialog onClose={() => setOpen(false)} />}
    </>
  );
}
