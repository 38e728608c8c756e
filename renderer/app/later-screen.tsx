import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/ui/empty-state.tsx';
import { Screen } from '../shared/ui/screen.tsx';
import type { ScreenEntry } from './screens.tsx';

/** A screen that is not built yet says so, and what it will do. */
export function LaterScreen({ screen }: { readonly screen: ScreenEntry }): ReactNode {
  const { t } = useTranslation();
  return (
    <Screen title={t(screen.titleKey)}>
      <EmptyState
        icon={screen.icon}
        title={t('app.later.title')}
        text={t(`app.later.${screen.id}`)}
      />
    </Screen>
  );
}
