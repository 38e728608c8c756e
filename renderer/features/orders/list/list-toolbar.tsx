import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderColumn } from '../../../../main/domain/orders/order-filter.ts';
import { useChangePersonal, usePersonal } from '../../../bridge/session-context.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';
import { AlarmState } from '../alarms/alarm-state.tsx';
import { ColumnsMenu } from './columns-menu.tsx';
import type { OrdersColumns } from './use-orders-columns.ts';

/** Buttons beside the title: columns, export, sound. */
export function ListToolbar(props: {
  readonly arrangement: OrdersColumns;
  readonly folded: readonly OrderColumn[];
  /** Null: the profile may not. */
  readonly exportRows: (() => void) | null;
}): ReactNode {
  const { t } = useTranslation();
  const { rowHeight } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const { arrangement, exportRows } = props;
  return (
    <>
      <ColumnsMenu
        layout={arrangement.layout}
        folded={props.folded}
        onLayout={arrangement.onLayout}
        onReset={arrangement.onReset}
        rowHeight={rowHeight}
        onRowHeight={(height) => void changePersonal({ rowHeight: height }).catch(notifyFailure)}
      />
      <Button
        leftSection={<IconFileExport size={14} aria-hidden />}
        disabled={exportRows === null}
        title={exportRows ? t('orders.export.hint') : t('orders.export.refused')}
        onClick={() => exportRows?.()}
      >
        {t('orders.export')}
      </Button>
      <AlarmState />
    </>
  );
}
