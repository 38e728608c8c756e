import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalSettings } from '../../../main/contract/settings.ts';
import { useChangePersonal, usePersonal } from '../../bridge/session-context.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { useDid } from '../../shared/undo/undo-context.tsx';

type Patch = Partial<PersonalSettings>;

/** The values that a patch is going to replace. */
function replaced(personal: PersonalSettings, patch: Patch): Patch {
  return Object.fromEntries(
    Object.keys(patch).map((key) => [key, personal[key as keyof PersonalSettings]]),
  ) as Patch;
}

/** Changes settings of the active profile, with a way back; `title` says what was changed. */
export function useSettingChange(): (title: string, patch: Patch) => void {
  const { t } = useTranslation();
  const personal = usePersonal();
  const change = useChangePersonal();
  const did = useDid();
  const notifyFailure = useNotifyFailure();
  return useCallback(
    (title, patch) => {
      const before = replaced(personal, patch);
      const edit = {
        title: t('settings.changed', { title }),
        undo: () => change(before),
        redo: () => change(patch),
      };
      change(patch).then(() => did(edit), notifyFailure);
    },
    [t, personal, change, did, notifyFailure],
  );
}
