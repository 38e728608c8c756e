import { useCallback, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { OrdersSlice } from '../orders-slice.ts';
import { OrderCardPanel, type CardMore } from './order-card-panel.tsx';

/** The card of the order that the list has open. */
export function OpenedCard(props: {
  readonly slice: OrdersSlice;
  readonly orderId: number;
  readonly onClose: () => void;
  readonly more?: CardMore | undefined;
}): ReactNode {
  const { slice, orderId, onClose } = props;
  const choices = useStore(slice, (state) => state.choices);
  const venueName = useCallback(
    (id: number) => choices?.venues.find((venue) => venue.id === id)?.name ?? '',
    [choices],
  );
  return (
    <OrderCardPanel
      orderId={orderId}
      venueName={venueName}
      onOpen={slice.openOrder}
      onClose={onClose}
      more={props.more}
    />
  );
}
