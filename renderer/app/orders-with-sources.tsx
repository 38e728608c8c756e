import { lazy, Suspense, type ReactNode } from 'react';
import { OrdersScreen } from '../features/orders/index.ts';

const WhySource = lazy(async () => ({
  default: (await import('../features/attribution/index.ts')).WhySource,
}));

const whySource = (orderId: number): ReactNode => (
  <Suspense fallback={null}>
    <WhySource orderId={orderId} />
  </Suspense>
);

/** The orders, whose card also says where each came from. */
export function OrdersWithSources(): ReactNode {
  return <OrdersScreen cardMore={whySource} />;
}
