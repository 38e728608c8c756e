/**
 * What a local profile may do. `see-phones` is iiko's D_SFN (features 112, 119); the others are
 * this program's own.
 */
export const RIGHTS = [
  'see-phones',
  'see-revenue',
  'export-orders',
  'edit-reviews',
  'edit-connections',
  'edit-settings',
  'edit-statuses',
  'edit-profiles',
] as const;

/** What a profile may do beyond looking. */
export type Right = (typeof RIGHTS)[number];

/** What kind of worker a profile is; decides the rights that it begins with. */
export type ProfilePreset = 'manager' | 'operator' | 'installer';

/** What each preset may do until somebody changes it. */
export const PRESET_RIGHTS: Readonly<Record<ProfilePreset, readonly Right[]>> = {
  manager: [
    'see-phones',
    'see-revenue',
    'export-orders',
    'edit-reviews',
    'edit-connections',
    'edit-settings',
    'edit-statuses',
  ],
  operator: ['edit-reviews'],
  installer: ['export-orders', 'edit-connections', 'edit-settings', 'edit-profiles'],
};
