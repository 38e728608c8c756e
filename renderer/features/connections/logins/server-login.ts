import type { LoginKind } from './login-kind.ts';
import { ServerCertificate } from './server-certificate.tsx';
import {
  EMPTY_SERVER,
  serverDraftOf,
  serverSecretProblems,
  serverSettingProblems,
  type ServerDraft,
} from './server-draft.ts';
import { ServerSecret, ServerSettings } from './server-fields.tsx';
import { ServerHelp } from './server-help.tsx';

/** iikoServer: address, an employee's login and, where the server signs for itself, its certificate. */
export const SERVER_LOGIN: LoginKind<ServerDraft> = {
  vendor: 'iiko-server',
  empty: EMPTY_SERVER,
  draftOf: serverDraftOf,
  Settings: ServerSettings,
  Secret: ServerSecret,
  Help: ServerHelp,
  Findings: ServerCertificate,
  settingProblems: serverSettingProblems,
  secretProblems: serverSecretProblems,
  settingsOf: ({ host, fingerprint }) => ({ host: host.trim(), fingerprint }),
  secretOf: ({ login, password }) => ({ login: login.trim(), password }),
  // A week after it the costs of a day stand; what lies before is read as history.
  historyDays: 8,
  historyNote: 'iiko-server.history.note',
};
