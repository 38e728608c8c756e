import { Button, Modal, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptTerminalId, OpenConfigFile } from '../../../main/contract/config-files.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import type { FileSlice } from './file-slice.ts';
import type { ShownFile } from './file-state.ts';
import styles from './panel.module.css';

/** Every identity this terminal ever had; read again when the file has another content. */
function useTerminalIds({ file, versionId }: OpenConfigFile): readonly KeptTerminalId[] {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [kept, setKept] = useState<readonly KeptTerminalId[]>([]);
  useEffect(() => {
    let here = true;
    client.configFiles
      .terminalIds({ fileId: file.id })
      .then((ids) => here && setKept(ids), notifyFailure);
    return () => {
      here = false;
    };
  }, [client, file.id, versionId, notifyFailure]);
  return kept;
}

function KeptRow(props: {
  readonly kept: KeptTerminalId;
  readonly mayRestore: boolean;
  readonly onRestore: () => void;
}): ReactNode {
  const { kept, mayRestore, onRestore } = props;
  const { t } = useTranslation();
  const { moment } = useFormat();
  const seen = { from: moment(kept.firstSeenAt), to: moment(kept.lastSeenAt) };
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        <span className={styles.id}>{kept.value}</span>
        <br />
        <span className={styles.when}>
          {kept.current ? t('terminals.vault.since', seen) : t('terminals.vault.seen', seen)}
        </span>
      </span>
      <span className={styles.entryButtons}>
        {kept.current && <span className={styles.when}>{t('terminals.vault.current')}</span>}
        {!kept.current && mayRestore && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t('terminals.vault.restore-one', { value: kept.value })}
            onClick={onRestore}
          >
            {t('terminals.vault.restore')}
          </Button>
        )}
      </span>
    </li>
  );
}

function DeleteDialog(props: {
  readonly onDelete: (why: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { onDelete, onClose } = props;
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onDelete(why);
  };
  return (
    <Modal
      opened
      title={t('terminals.vault.delete.title')}
      closeButtonProps={{ 'aria-label': t('terminals.close') }}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.note}>{t('terminals.vault.delete.text')}</p>
        <TextInput
          label={t('terminals.why')}
          placeholder={t('terminals.vault.delete.why')}
          maxLength={500}
          data-autofocus
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button type="submit" variant="filled" color="danger">
            {t('terminals.vault.delete')}
          </Button>
          <Button onClick={onClose}>{t('terminals.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** The vault of a terminal's identities: what it has now, what it had, and the way back. */
export function VaultPanel(props: {
  readonly state: ShownFile;
  readonly slice: FileSlice;
}): ReactNode {
  const { state, slice } = props;
  const { t } = useTranslation();
  const kept = useTerminalIds(state.opened);
  const [deleting, setDeleting] = useState(false);
  const mayWrite = state.opened.file.editable && !state.draft && !state.busy;
  const remove = (why: string): void => {
    setDeleting(false);
    void slice.write({ type: 'delete-terminal-id', why }, ['terminal-id']);
  };
  return (
    <section className={styles.section} aria-label={t('terminals.vault')}>
      <h3 className={styles.title}>{t('terminals.vault')}</h3>
      <p className={styles.note}>
        {t(kept.length === 0 ? 'terminals.vault.empty' : 'terminals.vault.note')}
      </p>
      <ul className={styles.rows}>
        {kept.map((one) => (
          <KeptRow
            key={one.value}
            kept={one}
            mayRestore={mayWrite}
            onRestore={() => void slice.write({ type: 'restore-terminal-id', value: one.value })}
          />
        ))}
      </ul>
      {mayWrite && kept.some(({ current }) => current) && (
        <div className={styles.buttons}>
          <Button onClick={() => setDeleting(true)}>{t('terminals.vault.delete.open')}</Button>
        </div>
      )}
      {deleting && <DeleteDialog onDelete={remove} onClose={() => setDeleting(false)} />}
    </section>
  );
}
