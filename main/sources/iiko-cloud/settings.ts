import { z } from 'zod';
import { isAllowedHost } from '../http/allowed-host.ts';

const secretText = z.string().trim().min(1).max(512);

/** Where the API is and how patiently to talk to it; plain http only to this very PC. */
export const iikoCloudSettings = z.strictObject({
  /** Russia: https://api-ru.iiko.services; Syrve in Europe: https://api-eu.syrve.live. */
  host: z
    .string()
    .trim()
    .max(300)
    .refine(isAllowedHost, 'https')
    .default('https://api-ru.iiko.services'),
  /** Limit for one request; iiko's own default is 15 s (`iiko-api.md` 1.1). */
  timeoutSeconds: z.int().min(1).max(120).default(15),
  /** How often changes are asked for (`iiko-api.md` 1.11 advises 30–60 s). */
  pollSeconds: z.int().min(1).max(3600).default(45),
  /** Shortest time between two requests of one login. */
  minIntervalMs: z.int().min(0).max(60_000).default(100),
  /** Keys of `externalData` to ask for when orders are read by id. */
  externalDataKeys: z.array(z.string().min(1).max(200)).max(50).default([]),
});

/** The two ways to log in: v1 by one login, v2 by three secrets (`iiko-api.md` 1.2). */
export const iikoCloudSecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('api-login'), apiLogin: secretText }),
  z.strictObject({
    kind: z.literal('api-key'),
    apiKey: secretText,
    appId: z.uuid().or(z.guid()),
    clientSecret: secretText,
  }),
]);

/** Where iiko Cloud is and how it is asked, checked and complete. */
export type IikoCloudSettings = z.output<typeof iikoCloudSettings>;

/** A login of iiko Cloud that was checked; it is kept sealed only. */
export type IikoCloudSecret = z.output<typeof iikoCloudSecret>;
