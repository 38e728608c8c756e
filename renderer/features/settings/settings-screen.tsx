import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../shared/ui/screen.tsx';

/** Settings of the active profile, the profiles, and what this program is. */
export function SettingsScreen(): ReactNode {
  const { t } = useTranslation();
  return <Screen title={t('app.screen.settings')}>{null}</Screen>;
}
