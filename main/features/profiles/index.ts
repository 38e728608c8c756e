export { hashPin } from './pin-hash.ts';
export { changeProfiles, ensureFirstProfile, readProfilesHandlers } from './profiles.ts';
