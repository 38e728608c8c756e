import { z } from 'zod';
import { brokenLoginRule } from '../../domain/iiko-biz/login-rules.ts';
import { isAllowedHost } from '../http/allowed-host.ts';

/** A part of a login; a broken rule is told by its failure's code. */
const loginPart = (part: 'user-id' | 'user-secret') =>
  z
    .string()
    .trim()
    .min(1)
    .max(200)
    .superRefine((text, context) => {
      const rule = brokenLoginRule(part, text);
      if (rule) context.addIssue({ code: 'custom', message: `iiko-biz.${part}-${rule}` });
    });

/** Where iiko.biz is and how patiently to talk to it (`iiko-api.md` 2, 2.4). */
export const iikoBizSettings = z.strictObject({
  host: z.string().trim().max(300).refine(isAllowedHost, 'https').default('https://iiko.biz:9900'),
  /** How long iiko.biz may wait for the restaurant's server. */
  timeoutSeconds: z.int().min(5).max(300).default(120),
  /** Shortest time between two requests of one login. */
  minIntervalMs: z.int().min(0).max(60_000).default(200),
  /** The day of an invoice for the licence that is not paid yet, `yyyy-MM-dd`; '' when there is none. */
  licenceInvoiceOn: z
    .string()
    .regex(/^(\d{4}-\d\d-\d\d)?$/)
    .default(''),
});

/** The API user's id and secret. */
export const iikoBizSecret = z.strictObject({
  userId: loginPart('user-id'),
  userSecret: loginPart('user-secret'),
});

/** Where iiko.biz is and how it is asked, checked and complete. */
export type IikoBizSettings = z.output<typeof iikoBizSettings>;

/** A login of iiko.biz that was checked; it is kept sealed only. */
export type IikoBizSecret = z.output<typeof iikoBizSecret>;
