export { ProfileSwitcher } from './profile-switcher.tsx';
export { SettingsScreen } from './settings-screen.tsx';
