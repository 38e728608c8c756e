export { ProfileSwitcher } from './profile-switcher.tsx';
export { SettingsScreen } from './settings-screen.tsx';
export { useSettingsCommands } from './use-settings-commands.ts';
