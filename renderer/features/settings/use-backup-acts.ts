import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, BackupState } from '../../../main/contract/backups.ts';
import type { BackupPlan } from '../../../main/domain/backups/backup-plan.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';

/** What can be done with copies; a failure is shown in the corner. */
export type BackupActs = Readonly<{
  change(patch: Partial<BackupPlan>): void;
  make(): void;
  restore(backup: Backup): void;
  keepStore(): void;
  /** Null: the data stays where it is. */
  move(folder: string | null): void;
}>;

/** Acts on the copies; a change of the plan and a wish to restore can be taken back. */
export function useBackupActs({ plan }: BackupState): BackupActs {
  const { t } = useTranslation();
  const { backups } = useClient();
  const did = useDid();
  const failed = useNotifyFailure();
  const format = useFormat();
  return useMemo(() => {
    const keep = async (): Promise<void> => void (await backups.keepStore({}));
    return {
      change(patch) {
        const save = async (next: BackupPlan): Promise<void> => void (await backups.change(next));
        const edit = {
          title: t('settings.changed', { title: t('backups.plan') }),
          undo: () => save(plan),
          redo: () => save({ ...plan, ...patch }),
        };
        edit.redo().then(() => did(edit), failed);
      },
      make() {
        const tell = (): void => notify({ tone: 'success', title: t('backups.made') });
        backups.make({}).then(tell, failed);
      },
      restore({ name, madeAt }) {
        const wish = async (): Promise<void> => void (await backups.restore({ name }));
        const edit = {
          title: t('backups.wished', { at: format.moment(madeAt) }),
          undo: keep,
          redo: wish,
        };
        wish().then(() => did(edit), failed);
      },
      keepStore: () => void keep().catch(failed),
      move: (folder) => void backups.move({ folder }).catch(failed),
    };
  }, [t, backups, did, failed, format, plan]);
}
