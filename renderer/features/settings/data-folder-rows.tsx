import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../main/contract/backups.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { FolderWarning } from './folder-warning.tsx';
import { megabytesText } from './megabytes.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

/** Sentences about what is wrong with the folder, the disk or the store. */
function useWarnings({ doubts, low, check }: BackupState): readonly string[] {
  const { t } = useTranslation();
  return [
    ...(low ? [t('backups.low')] : []),
    ...doubts.map((doubt) => t(`backups.doubt.${doubt}`)),
    ...(check?.fault ? [t('backups.check.fault', { fault: check.fault })] : []),
  ];
}

/** Where the data lies, how much there is, and what speaks against the place. */
export function DataFolderRows({ state }: { readonly state: BackupState }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const warnings = useWarnings(state);
  const { dataFolder, storeBytes, freeBytes, check } = state;
  const megabytes = (bytes: number): string => megabytesText(bytes, format.number, t);
  return (
    <>
      {warnings.map((text) => (
        <FolderWarning key={text} text={text} />
      ))}
      <SettingRow title={t('backups.folder')}>
        <span className={styles.path}>{dataFolder}</span>
      </SettingRow>
      <SettingRow title={t('backups.size')}>{megabytes(storeBytes)}</SettingRow>
      <SettingRow title={t('backups.free')}>
        {freeBytes === null ? t('backups.free.unknown') : megabytes(freeBytes)}
      </SettingRow>
      {check && check.fault === null && (
        <div className={styles.row}>
          <span className={styles.note}>
            {t('backups.check.ok', { at: format.moment(check.at) })}
          </span>
        </div>
      )}
    </>
  );
}
