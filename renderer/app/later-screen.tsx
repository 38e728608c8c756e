import { IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shared/ui/empty-state.tsx';
import { Screen } from '../shared/ui/screen.tsx';
import styles from './later-screen.module.css';
import type { ScreenEntry } from './screens.tsx';

const PROMISES = [1, 2, 3] as const;

function Later({ screen }: { readonly screen: ScreenEntry }): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className={styles.promises}>
      {PROMISES.map((one) => (
        <li key={one}>
          <IconCircleDashed size={16} stroke={1.5} aria-hidden />
          {t(`app.later.${screen.id}.${one}`)}
        </li>
      ))}
    </ul>
  );
}

/** A screen that is not built yet says so, and what it will do. */
export function LaterScreen({ screen }: { readonly screen: ScreenEntry }): ReactNode {
  const { t } = useTranslation();
  return (
    <Screen title={t(screen.titleKey)}>
      <EmptyState
        icon={screen.icon}
        title={t('app.later.title', { screen: t(screen.titleKey) })}
        text={t(`app.later.${screen.id}`)}
        action={<Later screen={screen} />}
      />
    </Screen>
  );
}
