import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../main/contract/profiles.ts';
import { useMay, useProfiles } from '../../bridge/session-context.tsx';
import { ProfileDialog } from './profile-dialog.tsx';
import { ProfileRow } from './profile-row.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import styles from './settings.module.css';
import { SettingsGroup } from './settings-group.tsx';
import { useProfileEdits } from './use-profile-edits.ts';
import { useSwitchProfile } from './use-switch-profile.tsx';

type Open = Readonly<
  { type: 'none' } | { type: 'add' } | { type: 'edit' | 'remove'; profile: Profile }
>;

function OpenDialog(props: { readonly open: Open; readonly onClose: () => void }): ReactNode {
  const { open, onClose } = props;
  const edits = useProfileEdits();
  if (open.type === 'none') return null;
  if (open.type === 'add')
    return <ProfileDialog profile={null} onSave={edits.add} onClose={onClose} />;
  const { profile } = open;
  if (open.type === 'remove')
    return (
      <RemoveDialog profile={profile} onRemove={() => edits.remove(profile)} onClose={onClose} />
    );
  return (
    <ProfileDialog
      profile={profile}
      onSave={(draft) => edits.change(profile, draft)}
      onClose={onClose}
    />
  );
}

/** Who works on this PC and what each may do. */
export function ProfilesSection(): ReactNode {
  const { t } = useTranslation();
  const profiles = useProfiles();
  const mayEdit = useMay('edit-profiles');
  const { switchTo, dialog } = useSwitchProfile();
  const [open, setOpen] = useState<Open>({ type: 'none' });
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} />}
      disabled={!mayEdit}
      onClick={() => setOpen({ type: 'add' })}
    >
      {t('settings.profiles.add')}
    </Button>
  );
  return (
    <>
      <SettingsGroup title={t('settings.section.profiles')} action={add}>
        <div role="list">
          {profiles.map((profile) => (
            <ProfileRow
              key={profile.id}
              profile={profile}
              mayEdit={mayEdit}
              onSwitch={() => switchTo(profile)}
              onEdit={() => setOpen({ type: 'edit', profile })}
              onRemove={() => setOpen({ type: 'remove', profile })}
            />
          ))}
        </div>
        {!mayEdit && (
          <div className={styles.row}>
            <span className={styles.note}>{t('settings.profiles.may-not')}</span>
          </div>
        )}
      </SettingsGroup>
      {dialog}
      <OpenDialog open={open} onClose={() => setOpen({ type: 'none' })} />
    </>
  );
}
