import { Modal } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/commands/command.ts';
import { writeChord } from '../../shared/commands/key-chord.ts';
import { useAllCommands } from '../../shared/commands/registry.ts';
import styles from './shortcut-list.module.css';

/** Groups of the window, which stand behind those of the screen. */
const OF_WINDOW = ['go', 'edit', 'data', 'look', 'profile', 'help'] as const;

function byGroup(t: TFunction, commands: readonly Command[]) {
  const behind = OF_WINDOW.map((group) => t(`app.group.${group}`));
  return [...Map.groupBy(commands, ({ group }) => group)].toSorted(
    ([left], [right]) => behind.indexOf(left) - behind.indexOf(right),
  );
}

/** Every key that works now, by group. */
export function ShortcutList(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const groups = byGroup(
    t,
    useAllCommands().filter(({ keys }) => keys !== undefined),
  );
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('app.shortcuts')}
      size={760}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={styles.groups}>
        {groups.map(([group, commands]) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            <dl>
              {commands.map(({ id, title, keys = '' }) => (
                <div key={id}>
                  <dt>{title}</dt>
                  <dd>
                    <kbd>{writeChord(keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
