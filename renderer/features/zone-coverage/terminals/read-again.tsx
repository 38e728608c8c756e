import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../bridge/client-context.tsx';
import { useNotifyFailure } from '../../../shared/ui/use-notify-failure.ts';

/** Asks iiko for an organization's zones and hours now, for whoever has just entered something. */
export function ReadAgain({ organizationId }: { readonly organizationId: number }): ReactNode {
  const { t } = useTranslation();
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [busy, setBusy] = useState(false);
  const read = (): void => {
    setBusy(true);
    client.zoneCoverage
      .readRestrictions({ organizationId })
      .catch(notifyFailure)
      .finally(() => setBusy(false));
  };
  return (
    <Button variant="default" loading={busy} onClick={read}>
      {t('zone-coverage.checklist.read-again')}
    </Button>
  );
}
