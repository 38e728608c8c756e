import { z } from 'zod';
import { apiAddress } from './api-address.ts';

const FINGERPRINT = /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/;

/** Where the restaurant's server is and how patiently to talk to it (`iiko-api.md` 3). */
export const iikoServerSettings = z.strictObject({
  /** With or without port and `/resto`; plain http is usual on premises. */
  host: z
    .string()
    .trim()
    .max(300)
    .refine((text) => apiAddress(text) !== null, 'address'),
  /** SHA-256 of the one certificate to trust, once a person has seen it; '' trusts as this PC does. */
  fingerprint: z
    .string()
    .refine((text) => text === '' || FINGERPRINT.test(text), 'fingerprint')
    .default(''),
  /** Limit for one request: reports of a busy day take their time. */
  timeoutSeconds: z.int().min(5).max(600).default(180),
  /** Shortest time between two requests: the till's work comes first. */
  minIntervalMs: z.int().min(0).max(60_000).default(200),
});

/** A user of the server with the right to its API; the password is sent as SHA-1 (3.1). */
export const iikoServerSecret = z.strictObject({
  login: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
});

/** Where the server is and how it is asked, checked and complete. */
export type IikoServerSettings = z.output<typeof iikoServerSettings>;

/** A login of the server that was checked; it is kept sealed only. */
export type IikoServerSecret = z.output<typeof iikoServerSecret>;
