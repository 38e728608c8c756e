import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../main/contract/backups.ts';
import type { BackupPlan } from '../../../main/domain/backups/backup-plan.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

const HOURS = [0, 12, 24, 168];
const MOST_KEPT = 60;

type Changing = Readonly<{
  mayEdit: boolean;
  onChange(patch: Partial<BackupPlan>): void;
}>;

function FolderField(props: Changing & Readonly<{ folder: string | null; shown: string }>) {
  const { folder, shown, mayEdit, onChange } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const save = (): void => {
    if (typed === null) return;
    const next = typed.trim() === '' ? null : typed.trim();
    if (next !== folder) onChange({ folder: next });
    setTyped(null);
  };
  return (
    <TextInput
      w={320}
      aria-label={t('backups.where')}
      placeholder={shown}
      disabled={!mayEdit}
      value={typed ?? folder ?? ''}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

/** Where copies go, how often, how many stay. */
export function BackupPlanRows(props: Changing & Readonly<{ state: BackupState }>): ReactNode {
  const { state, mayEdit, onChange } = props;
  const { t } = useTranslation();
  const { folder, everyHours, keep } = state.plan;
  const options = [...new Set([...HOURS, everyHours])].toSorted((left, right) => left - right);
  const named = (hours: number): string =>
    HOURS.includes(hours) ? t(`backups.every.${hours}`) : t('backups.every.hours', { hours });
  return (
    <>
      <SettingRow title={t('backups.every')}>
        <Select
          w={200}
          aria-label={t('backups.every')}
          disabled={!mayEdit}
          allowDeselect={false}
          value={String(everyHours)}
          data={options.map((hours) => ({ value: String(hours), label: named(hours) }))}
          onChange={(hours) => hours !== null && onChange({ everyHours: Number(hours) })}
        />
      </SettingRow>
      <SettingRow title={t('backups.keep')}>
        <NumberInput
          w={88}
          aria-label={t('backups.keep')}
          disabled={!mayEdit}
          min={1}
          max={MOST_KEPT}
          clampBehavior="strict"
          allowDecimal={false}
          value={keep}
          onChange={(value) => {
            if (typeof value === 'number' && value !== keep) onChange({ keep: value });
          }}
        />
      </SettingRow>
      <SettingRow title={t('backups.where')} note={t('backups.where.note')}>
        <FolderField {...props} folder={folder} shown={state.backupFolder} />
      </SettingRow>
      {!mayEdit && (
        <div className={styles.row}>
          <span className={styles.note}>{t('backups.may-not')}</span>
        </div>
      )}
    </>
  );
}
