/** Geocoders that can be asked (`iiko-local.md` 4.1–4.3). */
export const GEOCODERS = ['yandex', 'google', 'dadata'] as const;

/** One of them, as settings and failures name it. */
export type GeocoderName = (typeof GEOCODERS)[number];
