import type { ReactNode } from 'react';
import { OrdersScreen } from '../features/orders/index.ts';
import { loadedPart } from '../shared/ui/loaded-part.tsx';

const WhySource = loadedPart(
  async () => (await import('../features/attribution/index.ts')).WhySource,
);

const whySource = (orderId: number): ReactNode => <WhySource orderId={orderId} />;

/** The orders, whose card also says where each came from. */
export function OrdersWithSources(): ReactNode {
  return <OrdersScreen cardMore={whySource} />;
}
