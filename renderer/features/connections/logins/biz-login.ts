import {
  bizHostOf,
  bizSecretProblems,
  bizSettingProblems,
  EMPTY_BIZ,
  type BizDraft,
} from './biz-draft.ts';
import { BizInvoice, BizSecret, BizSettings } from './biz-fields.tsx';
import { BizHelp } from './biz-help.tsx';
import { BizWalkThrough } from './biz-walk-through.tsx';
import type { LoginKind } from './login-kind.ts';

/** iiko.biz: an API user's id and secret. */
export const BIZ_LOGIN: LoginKind<BizDraft> = {
  vendor: 'iiko-biz',
  empty: EMPTY_BIZ,
  draftOf: (settings) => ({
    ...EMPTY_BIZ,
    host: String(settings['host'] ?? EMPTY_BIZ.host),
    licenceInvoiceOn: String(settings['licenceInvoiceOn'] ?? ''),
  }),
  Settings: BizSettings,
  Secret: BizSecret,
  Later: BizInvoice,
  Help: BizHelp,
  Findings: BizWalkThrough,
  settingProblems: bizSettingProblems,
  secretProblems: bizSecretProblems,
  settingsOf: (draft) => ({ host: bizHostOf(draft), licenceInvoiceOn: draft.licenceInvoiceOn }),
  secretOf: ({ userId, userSecret }) => ({
    userId: userId.trim(),
    userSecret: userSecret.trim(),
  }),
  // Orders come from the restaurant's own server: a month is read in a few minutes.
  historyDays: 30,
  historyNote: 'iiko-biz.history.note',
};
