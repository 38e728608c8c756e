import type { ReactNode } from 'react';
import { WhySource } from '../features/attribution/index.ts';
import { OrdersScreen } from '../features/orders/index.ts';

const whySource = (orderId: number): ReactNode => <WhySource orderId={orderId} />;

/** The orders, whose card also says where each came from. */
export function OrdersWithSources(): ReactNode {
  return <OrdersScreen cardMore={whySource} />;
}
