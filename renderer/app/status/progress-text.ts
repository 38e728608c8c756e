import { useTranslation } from 'react-i18next';
import type { SyncProgress } from '../../../main/contract/sync.ts';
import { useFormat } from '../../shared/format/use-format.ts';

/** «Заказы за 12 из 30 дней · 4 812 заказов · ещё 2 мин»: what is known of it. */
export function useProgressText(): (progress: SyncProgress) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ phase, done, total, etaMs, orders }) => {
    const parts = [t(`app.phase.${phase}`)];
    if (total !== null)
      parts.push(t('app.jobs.of', { done: format.number(done), total: format.number(total) }));
    if (orders > 0) parts.push(t('app.orders', { count: orders, orders: format.number(orders) }));
    if (etaMs !== null) parts.push(t('app.jobs.left', { duration: format.duration(etaMs) }));
    return parts.join(' · ');
  };
}
