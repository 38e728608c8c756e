import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconFolder, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigRoot } from '../../../main/contract/config-files.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import styles from './part.module.css';

/** Forgets an added folder; nothing on the disk is touched. */
function useRemoveRoot(): (root: ConfigRoot) => void {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  return ({ id, path }) => {
    let rootId = id;
    const remove = async (): Promise<void> =>
      void (await client.configFiles.removeRoot({ rootId }));
    const edit = {
      title: t('terminals.root.removed', { path }),
      undo: async () => {
        rootId = (await client.configFiles.addRoot({ path })).id;
      },
      redo: remove,
    };
    remove().then(() => did(edit), notifyFailure);
  };
}

/** Folders and archives that were added by hand. */
export function RootList({ roots }: { readonly roots: readonly ConfigRoot[] }): ReactNode {
  const { t } = useTranslation();
  const remove = useRemoveRoot();
  if (roots.length === 0) return null;
  return (
    <ul className={styles.roots} aria-label={t('terminals.roots')}>
      {roots.map((root) => (
        <li key={root.id} className={styles.root} title={root.path}>
          {root.there ? (
            <IconFolder size={16} stroke={1.75} aria-hidden />
          ) : (
            <IconAlertTriangle size={16} stroke={1.75} aria-label={t('terminals.root.gone')} />
          )}
          <span className={styles.rootPath}>{root.path}</span>
          <ActionIcon
            aria-label={t('terminals.root.forget', { path: root.path })}
            title={t('terminals.root.forget', { path: root.path })}
            onClick={() => remove(root)}
          >
            <IconX size={14} stroke={1.75} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
