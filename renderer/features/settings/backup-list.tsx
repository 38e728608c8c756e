import { Button } from '@mantine/core';
import { IconDatabaseExport, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, BackupState } from '../../../main/contract/backups.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FailureNotice } from '../../shared/ui/failure-notice.tsx';
import { megabytesText } from './megabytes.ts';
import { SettingsGroup } from './settings-group.tsx';
import styles from './settings.module.css';
import type { BackupActs } from './use-backup-acts.ts';

function BackupRow(props: {
  readonly backup: Backup;
  readonly disabled: boolean;
  readonly onRestore: () => void;
}): ReactNode {
  const { backup, disabled, onRestore } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const at = format.moment(backup.madeAt);
  const ordersText = (count: number): string =>
    t('backups.orders', { count, figure: format.number(count) });
  const inside = [
    t(`backups.cause.${backup.cause}`),
    megabytesText(backup.bytes, format.number, t),
    ...(backup.orders > 0 ? [ordersText(backup.orders)] : []),
  ];
  return (
    <div className={styles.row} role="listitem">
      <IconShieldCheck size={18} stroke={1.75} aria-hidden className={styles.good} />
      <div className={styles.words}>
        <span>{at}</span>
        <span className={styles.note}>{inside.join(' · ')}</span>
      </div>
      <Button
        aria-label={t('backups.restore-one', { at })}
        disabled={disabled || !backup.fits}
        onClick={onRestore}
      >
        {t('backups.restore')}
      </Button>
    </div>
  );
}

function Restoring(props: {
  readonly name: string;
  readonly backups: readonly Backup[];
  readonly onKeep: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const found = props.backups.find(({ name }) => name === props.name);
  const at = found ? format.moment(found.madeAt) : props.name;
  return (
    <div className={`${styles.row} ${styles.warning}`} role="status">
      <div className={styles.words}>{t('backups.restoring', { at })}</div>
      <Button onClick={props.onKeep}>{t('backups.keep-store')}</Button>
    </div>
  );
}

/** The copies there are, newest first, each with its way back. */
export function BackupList(props: {
  readonly state: BackupState;
  readonly mayEdit: boolean;
  readonly acts: BackupActs;
}): ReactNode {
  const { state, mayEdit, acts } = props;
  const { t } = useTranslation();
  const { backups, making, restoring, failure } = state;
  const make = (
    <Button
      leftSection={<IconDatabaseExport size={16} stroke={1.75} />}
      loading={making}
      onClick={acts.make}
    >
      {t('backups.make')}
    </Button>
  );
  return (
    <SettingsGroup title={t('backups.list')} action={make}>
      {failure && <FailureNotice failure={failure} onRetry={acts.make} />}
      {restoring !== null && (
        <Restoring name={restoring} backups={backups} onKeep={acts.keepStore} />
      )}
      {backups.length === 0 && (
        <div className={styles.row}>
          <span className={styles.note}>{t('backups.none')}</span>
        </div>
      )}
      <div role="list">
        {backups.map((backup) => (
          <BackupRow
            key={backup.name}
            backup={backup}
            disabled={!mayEdit || restoring !== null}
            onRestore={() => acts.restore(backup)}
          />
        ))}
      </div>
    </SettingsGroup>
  );
}
