import {
  IconBell,
  IconClockExclamation,
  IconDatabase,
  IconInfoCircle,
  IconPalette,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

/** Parts of the settings screen, in their order. */
export type Section = 'look' | 'alarms' | 'thresholds' | 'profiles' | 'backups' | 'about';

export const SECTIONS: readonly Readonly<{ id: Section; icon: Icon }>[] = [
  { id: 'look', icon: IconPalette },
  { id: 'alarms', icon: IconBell },
  { id: 'thresholds', icon: IconClockExclamation },
  { id: 'profiles', icon: IconUsers },
  { id: 'backups', icon: IconDatabase },
  { id: 'about', icon: IconInfoCircle },
];
