import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconDotsVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STATUS_GROUPS } from '../../../main/domain/status-mapping/status-group.ts';
import type { BoardCard } from './board-model.ts';
import styles from './status-card.module.css';
import { GROUP_ICONS } from './group-icons.ts';
import { statusName } from './status-texts.ts';
import type { Moves } from './use-moves.ts';

/** The same moves without dragging. */
export function CardMenu(props: { readonly card: BoardCard; readonly moves: Moves }): ReactNode {
  const { card, moves } = props;
  const { t } = useTranslation();
  const label = t('status-mapping.menu', { status: statusName(t, card) });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon className={styles.menu} size={24} aria-label={label}>
          <IconDotsVertical size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('status-mapping.menu.to')}</Menu.Label>
        {STATUS_GROUPS.map((group) => {
          const Mark = GROUP_ICONS[group];
          return (
            <Menu.Item
              key={group}
              leftSection={<Mark size={16} stroke={1.5} aria-hidden />}
              rightSection={card.group === group && <IconCheck size={14} aria-hidden />}
              disabled={card.group === group && !card.own}
              onClick={() => moves.move(card, group)}
            >
              {t(`status-mapping.group.${group}`)}
            </Menu.Item>
          );
        })}
        {card.own && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => moves.move(card, null)}>
              {t('status-mapping.menu.follow')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
