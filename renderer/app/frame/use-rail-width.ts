import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useChangePersonal, usePersonal } from '../../bridge/session-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';

const ROOMY = '(min-width: 960px)';

/**
 * Whether the rail shows words. The profile decides, but it folds where the room is needed: on the
 * orders, so that addresses fit (interface document, "Заказы"), and in a small or magnified window.
 * There it opens for as long as the window lives.
 */
export function useRailWidth(screen: string): Readonly<{ wide: boolean; toggle: () => void }> {
  const { railExpanded } = usePersonal();
  const change = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false });
  const [openAnyway, setOpenAnyway] = useState(false);
  if (screen === 'orders' || !roomy)
    return { wide: openAnyway, toggle: () => setOpenAnyway(!openAnyway) };
  const toggle = (): void => {
    change({ railExpanded: !railExpanded }).catch(notifyFailure);
  };
  return { wide: railExpanded, toggle };
}
