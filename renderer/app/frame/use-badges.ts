import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnmapped } from '../../features/status-mapping/use-unmapped.ts';
import type { ScreenId } from '../screens.tsx';

/** A count beside a screen's name, and what it counts in words. */
export type Badge = Readonly<{ count: number; label: string }>;

/** What waits on which screen; a screen with nothing waiting has no badge. */
export function useBadges(): Partial<Record<ScreenId, Badge>> {
  const { t } = useTranslation();
  const { statuses } = useUnmapped();
  return useMemo(() => {
    if (statuses === 0) return {};
    const label = t('status-mapping.badge', { count: statuses });
    return { statuses: { count: statuses, label } };
  }, [t, statuses]);
}
