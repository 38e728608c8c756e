import { Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';

/** What can be done to one column without a mouse. */
export type ColumnActions = Readonly<{
  sort(descending: boolean): void;
  move(by: number): void;
  widen(byPx: number): void;
  hide(): void;
}>;

const STEP_PX = 16;

/** Everything one can do to a column, reachable by Shift+F10 on its header. */
export function ColumnMenu(props: {
  readonly label: string;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  readonly actions: ColumnActions;
}): ReactNode {
  const { t } = useTranslation();
  const { actions } = props;
  return (
    <Menu opened={props.opened} onChange={props.onOpened} position="bottom-start" width={220}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={styles.menuButton}
          aria-label={t('table.menu', { column: props.label })}
        >
          <IconDotsVertical size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => actions.sort(false)}>{t('table.sort-up')}</Menu.Item>
        <Menu.Item onClick={() => actions.sort(true)}>{t('table.sort-down')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => actions.move(-1)}>{t('table.move-left')}</Menu.Item>
        <Menu.Item onClick={() => actions.move(1)}>{t('table.move-right')}</Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => actions.widen(STEP_PX)}>
          {t('table.wider')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => actions.widen(-STEP_PX)}>
          {t('table.narrower')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => actions.hide()}>{t('table.hide')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
