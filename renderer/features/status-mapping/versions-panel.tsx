import { ActionIcon, Button } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingVersionStory, StatusBoard } from '../../../main/contract/status-mapping.ts';
import type { ToldChange } from '../../../main/domain/status-mapping/mapping-history.ts';
import { EVERYWHERE, statusKey } from '../../../main/domain/status-mapping/status-mapping.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import sharedStyles from './status-mapping.module.css';
import styles from './versions.module.css';
import { statusName, systemName } from './status-texts.ts';
import type { Moves } from './use-moves.ts';

const FEW = 6;

/** Every version, newest first; read again when a new one comes. */
function useVersions(current: number): readonly MappingVersionStory[] | null {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [versions, setVersions] = useState<readonly MappingVersionStory[] | null>(null);
  useEffect(() => {
    let here = true;
    client.statusMapping.versions({}).then((read) => here && setVersions(read), notifyFailure);
    return () => {
      here = false;
    };
  }, [client, notifyFailure, current]);
  return versions;
}

function Change(props: { readonly change: ToldChange; readonly board: StatusBoard }): ReactNode {
  const { change, board } = props;
  const { t } = useTranslation();
  const { organizationId, system, before, group } = change;
  const place = board.organizations.find(({ id }) => id === organizationId)?.name;
  const none = organizationId === EVERYWHERE ? 'unmapped' : 'inherited';
  return (
    <li className={styles.change}>
      <span className={styles.changed}>{statusName(t, change)}</span>
      <span className={sharedStyles.quiet}>
        {[systemName(t, system), place].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.way}>
        {t(`status-mapping.group.${before ?? none}`)}
        <IconArrowRight size={14} aria-label={t('status-mapping.becomes')} />
        {t(`status-mapping.group.${group ?? none}`)}
      </span>
    </li>
  );
}

function Version(props: {
  readonly version: MappingVersionStory;
  readonly board: StatusBoard;
  readonly moves: Moves | null;
}): ReactNode {
  const { version, board, moves } = props;
  const { id, cause, sameAs, author, validFrom, changes } = version;
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const current = id === board.version.id;
  const shown = cause === 'default' ? [] : changes.slice(0, all ? undefined : FEW);
  return (
    <li className={styles.version} aria-current={current || undefined}>
      <div className={styles.versionHead}>
        <h3>{t('status-mapping.version', { version: id })}</h3>
        {current && <span className={styles.current}>{t('status-mapping.in-force')}</span>}
        {moves && !current && (
          <Button onClick={() => moves.restore(id, board.version.id)}>
            {t('status-mapping.restore')}
            <span className={sharedStyles.hidden}>
              {' '}
              {t('status-mapping.version', { version: id })}
            </span>
          </Button>
        )}
      </div>
      <p className={sharedStyles.quiet}>
        {cause === 'default'
          ? t('status-mapping.cause.default')
          : [format.moment(validFrom), author].filter(Boolean).join(' · ')}
        {sameAs !== null && ` · ${t('status-mapping.same-as', { version: sameAs })}`}
      </p>
      {shown.length > 0 && (
        <ul className={styles.changes}>
          {shown.map((change) => (
            <Change key={statusKey(change)} change={change} board={board} />
          ))}
        </ul>
      )}
      {cause !== 'default' && changes.length === 0 && (
        <p className={sharedStyles.quiet}>{t('status-mapping.no-difference')}</p>
      )}
      {shown.length < changes.length && cause !== 'default' && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t('status-mapping.more-changes', { count: changes.length - shown.length })}
        </Button>
      )}
    </li>
  );
}

/** The history of the mapping: who changed what and when; any version can be put back in force. */
export function VersionsPanel(props: {
  readonly board: StatusBoard;
  readonly moves: Moves | null;
  readonly onClose: () => void;
}): ReactNode {
  const { board, moves, onClose } = props;
  const { t } = useTranslation();
  const versions = useVersions(board.version.id);
  return (
    <div className={styles.versions}>
      <header className={styles.versionsHead}>
        <h2>{t('status-mapping.history')}</h2>
        <ActionIcon aria-label={t('app.close')} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      <ol className={styles.versionList}>
        {versions?.map((version) => (
          <Version key={version.id} version={version} board={board} moves={moves} />
        ))}
      </ol>
    </div>
  );
}
