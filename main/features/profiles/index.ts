export { changeProfiles, ensureFirstProfile, readProfilesHandlers } from './profiles.ts';
