import {
  EMPTY_LOGIN,
  hostDraft,
  hostOf,
  problemsOf,
  secretOf,
  type LoginDraft,
} from '../login-draft.ts';
import { HostField, SecretFields } from '../login-fields.tsx';
import { LoginHelp } from '../login-help.tsx';
import type { LoginKind, Problems } from './login-kind.ts';

/** iiko Cloud's two kinds of login. */
export const CLOUD_LOGIN: LoginKind<LoginDraft> = {
  vendor: 'iiko-cloud',
  empty: EMPTY_LOGIN,
  draftOf: (settings) => ({ ...EMPTY_LOGIN, ...hostDraft(String(settings['host'] ?? '')) }),
  Settings: HostField,
  Secret: SecretFields,
  Help: LoginHelp,
  Findings: null,
  settingProblems(draft): Problems {
    const { otherHost } = problemsOf(draft);
    return otherHost === undefined ? {} : { otherHost };
  },
  secretProblems(draft): Problems {
    const { otherHost: _, ...rest } = problemsOf(draft);
    return rest;
  },
  settingsOf: (draft) => ({ host: hostOf(draft) }),
  secretOf,
  // iiko Cloud guarantees seven days of orders (`iiko-api.md` 1.3).
  historyDays: 7,
  historyNote: 'connections.history.note',
};
