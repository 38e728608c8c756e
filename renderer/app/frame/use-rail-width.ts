import { useState } from 'react';
import { useChangePersonal, usePersonal } from '../../bridge/session-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';

/**
 * Whether the rail shows words. The profile decides, but the orders fold it so that addresses fit
 * (interface document, "Заказы"); there it opens for as long as the window lives.
 */
export function useRailWidth(screen: string): Readonly<{ wide: boolean; toggle: () => void }> {
  const { railExpanded } = usePersonal();
  const change = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const [wideOnOrders, setWideOnOrders] = useState(false);
  if (screen === 'orders')
    return { wide: wideOnOrders, toggle: () => setWideOnOrders(!wideOnOrders) };
  const toggle = (): void => {
    change({ railExpanded: !railExpanded }).catch(notifyFailure);
  };
  return { wide: railExpanded, toggle };
}
