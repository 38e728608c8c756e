import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../bridge/client-context.tsx';
import { useReloadSession } from '../../bridge/session-context.tsx';

/** Placeholder until the first run is built: skips it. */
export function FirstRun(): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const reload = useReloadSession();
  const skip = async (): Promise<void> => {
    await client.settings.finishFirstRun({});
    await reload();
  };
  return <Button onClick={() => void skip()}>{t('app.screen.orders')}</Button>;
}
