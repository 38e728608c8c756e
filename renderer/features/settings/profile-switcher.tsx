import { Menu } from '@mantine/core';
import { IconCheck, IconLock, IconUsers } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../main/contract/profiles.ts';
import { useActiveProfile, useProfiles } from '../../bridge/session-context.tsx';
import type { Command } from '../../shared/commands/command.ts';
import { useCommands } from '../../shared/commands/registry.ts';
import { navigate } from '../../shared/navigation/navigation.ts';
import { ProfileMark } from './profile-mark.tsx';
import { useSwitchProfile } from './use-switch-profile.tsx';

type SwitchTo = (profile: Profile) => void;

/** Becoming anybody else, from the palette. */
function useProfileCommands(switchTo: SwitchTo): void {
  const { t } = useTranslation();
  const profiles = useProfiles();
  const commands = useMemo<readonly Command[]>(
    () =>
      profiles
        .filter((one) => !one.active)
        .map((one) => ({
          id: `profile.${one.id}`,
          title: t('settings.profiles.become', { name: one.name }),
          group: t('app.group.profile'),
          rank: 1,
          run: () => switchTo(one),
        })),
    [profiles, t, switchTo],
  );
  useCommands(commands);
}

function ProfileItems({ switchTo }: { readonly switchTo: SwitchTo }): ReactNode {
  const { t } = useTranslation();
  return useProfiles().map((one) => (
    <Menu.Item
      key={one.id}
      leftSection={one.active ? <IconCheck size={16} /> : <span style={{ width: 16 }} />}
      rightSection={one.hasPin && <IconLock size={14} aria-label={t('settings.pin')} />}
      onClick={() => one.active || switchTo(one)}
    >
      {one.name}
    </Menu.Item>
  ));
}

/** Who works now, and the quick way to become somebody else; `className` is the rail's. */
export function ProfileSwitcher(props: {
  readonly className: string | undefined;
  readonly wide: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const active = useActiveProfile();
  const { switchTo, dialog } = useSwitchProfile();
  useProfileCommands(switchTo);
  if (!active) return null;
  return (
    <>
      <Menu position="right-end" width={240}>
        <Menu.Target>
          <button
            type="button"
            className={props.className}
            aria-label={t('settings.profiles.now', { name: active.name })}
          >
            <ProfileMark name={active.name} />
            {props.wide && <span>{active.name}</span>}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('settings.profiles.who')}</Menu.Label>
          <ProfileItems switchTo={switchTo} />
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconUsers size={16} />}
            onClick={() => navigate('settings', { section: 'profiles' })}
          >
            {t('settings.profiles.manage')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
