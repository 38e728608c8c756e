import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../main/contract/profiles.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useReloadSession } from '../../bridge/session-context.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { PinDialog } from './pin-dialog.tsx';

/** How to become another profile without a restart, and the dialog that asks for its PIN. */
export function useSwitchProfile(): Readonly<{
  switchTo: (profile: Profile) => void;
  dialog: ReactNode;
}> {
  const { t } = useTranslation();
  const client = useClient();
  const reload = useReloadSession();
  const notifyFailure = useNotifyFailure();
  const [asking, setAsking] = useState<Profile | null>(null);
  const become = useCallback(
    async (profile: Profile, pin: string | null): Promise<void> => {
      await client.profiles.switchTo({ profileId: profile.id, pin });
      await reload();
      notify({ tone: 'success', title: t('settings.profiles.switched', { name: profile.name }) });
    },
    [client, reload, t],
  );
  const switchTo = useCallback(
    (profile: Profile) => {
      if (profile.hasPin) setAsking(profile);
      else become(profile, null).catch(notifyFailure);
    },
    [become, notifyFailure],
  );
  const dialog = asking && (
    <PinDialog
      profile={asking}
      onPin={(pin) => become(asking, pin)}
      onClose={() => setAsking(null)}
    />
  );
  return { switchTo, dialog };
}
