import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../main/contract/profiles.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useDid } from '../../shared/undo/undo-context.tsx';
import { changedProfile, draftOf, newProfile, type ProfileDraft } from './profile-draft.ts';

/** Edits of profiles; each rejects with a Failure, adding and changing can be taken back. */
export type ProfileEdits = Readonly<{
  add(draft: ProfileDraft): Promise<void>;
  change(profile: Profile, draft: ProfileDraft): Promise<void>;
  remove(profile: Profile): Promise<void>;
}>;

/** Saves edits of profiles and remembers their way back. A PIN that was replaced cannot come back: nobody knows it. */
export function useProfileEdits(): ProfileEdits {
  const { t } = useTranslation();
  const client = useClient();
  const did = useDid();
  return useMemo(
    () => ({
      async add(draft) {
        let added = await client.profiles.add(newProfile(draft));
        did({
          title: t('settings.profiles.added', { name: added.name }),
          undo: async () => void (await client.profiles.remove({ profileId: added.id })),
          redo: async () => {
            added = await client.profiles.add(newProfile(draft));
          },
        });
      },
      async change(profile, draft) {
        const save = async (wanted: ProfileDraft): Promise<void> =>
          void (await client.profiles.change(changedProfile(profile.id, wanted)));
        await save(draft);
        did({
          title: t('settings.profiles.changed', { name: draft.name.trim() }),
          undo: () => save({ ...draftOf(profile), pinChoice: 'keep' }),
          redo: () => save(draft),
        });
      },
      async remove(profile) {
        await client.profiles.remove({ profileId: profile.id });
      },
    }),
    [t, client, did],
  );
}
