import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../bridge/session-context.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import sharedStyles from './attribution.module.css';
import styles from './tree.module.css';
import { ColourMark } from './colour-mark.tsx';
import type { SourceQuestion } from './source-dialog.tsx';
import { levelName } from './source-texts.ts';
import type { TreeLine } from './tree-model.ts';
import { useSourceChanges } from './use-source-changes.ts';

type Props = Readonly<{
  line: TreeLine;
  /** Orders of the whole tree. */
  all: number;
  opened: boolean;
  onToggle: () => void;
  onAsk: (question: SourceQuestion) => void;
}>;

function RowMenu({ line, onAsk }: Pick<Props, 'line' | 'onAsk'>): ReactNode {
  const { t } = useTranslation();
  const { make } = useSourceChanges();
  const notifyFailure = useNotifyFailure();
  const { node } = line;
  const split = (): void => {
    make({ kind: 'split', sourceId: node.id }).catch(notifyFailure);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          aria-label={t('attribution.actions', { source: levelName(t, node.name || node.key) })}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAsk({ kind: 'rename', node })}>
          {t('attribution.action.rename')}
        </Menu.Item>
        <Menu.Item onClick={() => onAsk({ kind: 'colour', node })}>
          {t('attribution.action.colour')}
        </Menu.Item>
        {node.mergedInto === null ? (
          <Menu.Item onClick={() => onAsk({ kind: 'merge', node })}>
            {t('attribution.action.merge')}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={split}>{t('attribution.action.split')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** One source: opens to its branches, tells its orders, can be renamed, coloured, merged. */
export function SourceRow(props: Props): ReactNode {
  const { line, opened, onToggle } = props;
  const { node, depth, branches, orders } = line;
  const { t } = useTranslation();
  const format = useFormat();
  const mayEdit = useMay('edit-settings');
  const name = levelName(t, node.name || node.key);
  const Mark = opened ? IconChevronDown : IconChevronRight;
  return (
    <li className={styles.source} data-depth={Math.min(depth, 6)}>
      {branches > 0 ? (
        <ActionIcon
          aria-expanded={opened}
          aria-label={t(opened ? 'attribution.close' : 'attribution.open', { source: name })}
          onClick={onToggle}
        >
          <Mark size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <span className={styles.noBranches} />
      )}
      <ColourMark colour={node.colour} />
      <span className={styles.sourceName} title={name}>
        {name}
        {node.mergedInto !== null && (
          <span className={sharedStyles.quiet}> · {t('attribution.merged')}</span>
        )}
        {node.name !== '' && node.name.toLowerCase() !== node.key && node.mergedInto === null && (
          <span className={sharedStyles.quiet}> · {node.key}</span>
        )}
      </span>
      <span className={sharedStyles.count}>{format.figure(orders)}</span>
      <span className={sharedStyles.count}>
        {orders === 0 ? '—' : `${format.number((orders / props.all) * 100, 1)} %`}
      </span>
      {mayEdit && node.id > 2 ? (
        <RowMenu line={line} onAsk={props.onAsk} />
      ) : (
        <span className={styles.noBranches} />
      )}
    </li>
  );
}
