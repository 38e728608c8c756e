import { z } from 'zod';
import type { Profile } from '../domain/profile.ts';
import { RIGHTS } from '../domain/rights.ts';
import { announcement, ask } from './define.ts';

export type { Profile };

const profileId = z.int().positive();
const pin = z.string().regex(/^\d{4,12}$/);

/** People who work on this PC: author of edits, owner of views, columns and shortcuts. */
export const profiles = {
  list: ask('list', z.strictObject({})).gives<readonly Profile[]>(),
  /** Becomes the profile; `refused` `profiles.wrong-pin` when its PIN does not fit, `busy` after five wrong ones. */
  switchTo: ask('core', z.strictObject({ profileId, pin: pin.nullable() })).gives<Profile>(),
  add: ask(
    'core',
    z.strictObject({
      name: z.string().trim().min(1).max(60),
      preset: z.enum(['manager', 'operator', 'installer']),
      rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length),
      pin: pin.nullable(),
    }),
  ).gives<Profile>(),
  change: ask(
    'core',
    z.strictObject({
      profileId,
      name: z.string().trim().min(1).max(60),
      preset: z.enum(['manager', 'operator', 'installer']),
      rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length),
      /** null keeps the PIN, '' removes it. */
      pin: z.union([pin, z.literal('')]).nullable(),
    }),
  ).gives<Profile>(),
  remove: ask('core', z.strictObject({ profileId })).gives<null>(),
  changed: announcement<null>(),
};
