/**
 * How this program signs the maps it writes, in the place where Yandex Constructor signs its own
 * (`iiko-local.md` 2.4): names and ids of such a file are taken exactly as they stand.
 */
export const OWN_CREATOR = 'Delivery Desk';
