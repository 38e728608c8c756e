import { ActionIcon, Button } from '@mantine/core';
import { IconCircleCheckFilled, IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../main/contract/profiles.ts';
import { ProfileMark } from './profile-mark.tsx';
import styles from './settings.module.css';

/** One profile: who, what they may do, and what can be done with it. */
export function ProfileRow(props: {
  readonly profile: Profile;
  readonly mayEdit: boolean;
  readonly onSwitch: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { profile, mayEdit, onSwitch, onEdit, onRemove } = props;
  const { t } = useTranslation();
  const { name, preset, rights, hasPin, active } = profile;
  const rightsText = rights.map((right) => t(`settings.right.${right}.short`)).join(', ');
  return (
    <div className={styles.row} role="listitem">
      <ProfileMark name={name} />
      <div className={styles.words}>
        <span>
          {name}
          {hasPin && (
            <>
              {' '}
              <IconLock size={13} aria-label={t('settings.pin')} />
            </>
          )}
        </span>
        <span className={styles.note}>
          {t(`settings.preset.${preset}`)} · {rightsText || t('settings.profiles.no-rights')}
        </span>
      </div>
      <div className={styles.control}>
        {active ? (
          <span className={styles.working}>
            <IconCircleCheckFilled size={14} aria-hidden /> {t('settings.profiles.working')}
          </span>
        ) : (
          <Button onClick={onSwitch}>{t('settings.profiles.switch')}</Button>
        )}
        <ActionIcon
          aria-label={t('settings.profiles.change-one', { name })}
          disabled={!mayEdit}
          onClick={onEdit}
        >
          <IconPencil size={16} stroke={1.5} />
        </ActionIcon>
        <ActionIcon
          aria-label={t('settings.profiles.remove-one', { name })}
          disabled={!mayEdit || active}
          onClick={onRemove}
        >
          <IconTrash size={16} stroke={1.5} />
        </ActionIcon>
      </div>
    </div>
  );
}
