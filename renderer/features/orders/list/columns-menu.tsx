import { ActionIcon, Button, Checkbox, Popover, SegmentedControl } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderColumn } from '../../../../main/domain/orders/order-filter.ts';
import {
  placedColumn,
  shownColumn,
  type ColumnPlace,
} from '../../../shared/data-table/column-layout.ts';
import styles from './columns-menu.module.css';

type Layout = readonly ColumnPlace<OrderColumn>[];

type Props = Readonly<{
  layout: Layout;
  /** Shown, but there is no room for them now. */
  folded: readonly OrderColumn[];
  onLayout: (layout: Layout) => void;
  onReset: () => void;
  rowHeight: 'compact' | 'comfortable';
  onRowHeight: (rowHeight: 'compact' | 'comfortable') => void;
}>;

function ColumnLine(props: Props & { readonly at: number }): ReactNode {
  const { t } = useTranslation();
  const { layout, at, onLayout, folded } = props;
  const place = layout[at];
  if (!place) return null;
  const name = t(`orders.column.${place.column}`);
  const swap = (target: ColumnPlace<OrderColumn> | undefined): void => {
    if (target) onLayout(placedColumn(layout, place.column, target.column));
  };
  return (
    <li className={styles.line}>
      <Checkbox
        checked={place.shown}
        onChange={() => onLayout(shownColumn(layout, place.column, !place.shown))}
        label={name}
        description={folded.includes(place.column) ? t('orders.columns.no-room') : undefined}
      />
      <ActionIcon
        aria-label={t('orders.columns.up', { name })}
        disabled={at === 0}
        onClick={() => swap(layout[at - 1])}
      >
        <IconArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('orders.columns.down', { name })}
        disabled={at === layout.length - 1}
        onClick={() => swap(layout[at + 1])}
      >
        <IconArrowDown size={14} />
      </ActionIcon>
    </li>
  );
}

/** Which columns are shown, in which order, and how high the rows are: kept per profile. */
export function ColumnsMenu(props: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={14} aria-hidden />}>{t('orders.columns')}</Button>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <SegmentedControl
          fullWidth
          aria-label={t('orders.row-height')}
          value={props.rowHeight}
          data={[
            { value: 'compact', label: t('orders.row-height.compact') },
            { value: 'comfortable', label: t('orders.row-height.comfortable') },
          ]}
          onChange={(value) => props.onRowHeight(value === 'compact' ? 'compact' : 'comfortable')}
        />
        <ul className={styles.lines}>
          {props.layout.map((place, at) => (
            <ColumnLine key={place.column} {...props} at={at} />
          ))}
        </ul>
        <Button variant="subtle" fullWidth onClick={props.onReset}>
          {t('orders.columns.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
