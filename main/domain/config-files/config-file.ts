/**
 * What a local iiko file is for (`iiko-local.md` 1.1): the delivery plugin's settings, the till's
 * settings, iikoOffice's server list (read only), the server's options, the till's state (read
 * only), a log (read only).
 */
export const CONFIG_FILE_KINDS = [
  'delivery-plugin',
  'front',
  'backclient',
  'resto-properties',
  'cash-server-info',
  'log',
] as const;

/** What one such file is for. */
export type ConfigFileKind = (typeof CONFIG_FILE_KINDS)[number];

/** Under which name the same programs were installed; null where the folder does not tell. */
export type ConfigBrand = 'iiko' | 'syrve' | null;

/** Files that are only ever looked at: their programs rewrite them by themselves. */
export const READ_ONLY_KINDS: readonly ConfigFileKind[] = ['backclient', 'cash-server-info', 'log'];
