import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../shared/ui/screen.tsx';

/** Placeholder until the screen is built. */
export function OrdersScreen(): ReactNode {
  const { t } = useTranslation();
  return <Screen title={t('app.screen.orders')}>{null}</Screen>;
}
