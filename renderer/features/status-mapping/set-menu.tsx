import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCopy, IconTemplate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusBoard } from '../../../main/contract/status-mapping.ts';
import { copyChanges, EVERYWHERE } from '../../../main/domain/status-mapping/status-mapping.ts';
import {
  MAPPING_TEMPLATES,
  templateChanges,
} from '../../../main/domain/status-mapping/status-templates.ts';
import { statusesOf, type BoardModel } from './board-model.ts';
import type { Moves } from './use-moves.ts';

/** Ready-made mappings and those of other organizations, as one step of the draft. */
export function SetMenu(props: {
  readonly board: StatusBoard;
  readonly model: BoardModel;
  readonly scope: number;
  readonly moves: Moves;
}): ReactNode {
  const { board, model, scope, moves } = props;
  const { t } = useTranslation();
  const systems = [...new Set(statusesOf(board).map(({ system }) => system))];
  const others = board.organizations.filter(({ id }) => id !== scope);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('status-mapping.sets')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('status-mapping.templates')}</Menu.Label>
        {MAPPING_TEMPLATES.map((template) => {
          const changes = templateChanges(model.drafted, template, scope, systems);
          const title = t(`status-mapping.template.${template}`);
          return (
            <Menu.Item
              key={template}
              leftSection={<IconTemplate size={16} stroke={1.5} aria-hidden />}
              disabled={changes.length === 0}
              onClick={() => moves.moveAll(t('status-mapping.template.used', { title }), changes)}
            >
              {title}
            </Menu.Item>
          );
        })}
        {scope !== EVERYWHERE && others.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('status-mapping.copy')}</Menu.Label>
            {others.map(({ id, name }) => {
              const changes = copyChanges(model.drafted, id, scope);
              return (
                <Menu.Item
                  key={id}
                  leftSection={<IconCopy size={16} stroke={1.5} aria-hidden />}
                  disabled={changes.length === 0}
                  onClick={() => moves.moveAll(t('status-mapping.copied', { name }), changes)}
                >
                  {name}
                </Menu.Item>
              );
            })}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
