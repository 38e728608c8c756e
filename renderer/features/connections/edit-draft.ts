import type { Connection } from '../../../main/contract/connections.ts';
import {
  EMPTY_LOGIN,
  hostDraft,
  hostOf,
  problemsOf,
  secretOf,
  type LoginDraft,
  type LoginProblems,
} from './login-draft.ts';
import { draftsOf, type OrganizationDrafts } from './organization-draft.ts';

/** What the side card holds while a connection is being changed. */
export type EditDraft = Readonly<{
  name: string;
  login: LoginDraft;
  /** True once a new login is to be typed; the kept one is never shown. */
  replaceSecret: boolean;
  historyDays: number;
  pollSeconds: number;
  organizations: OrganizationDrafts;
}>;

/** The draft as the connection stands; a lost secret is asked for at once. */
export const editDraftOf = (connection: Connection): EditDraft => ({
  name: connection.name,
  login: { ...EMPTY_LOGIN, ...hostDraft(String(connection.settings['host'] ?? '')) },
  replaceSecret: !connection.secretKept,
  historyDays: connection.historyDays,
  pollSeconds: connection.pollSeconds,
  organizations: draftsOf(connection),
});

/** Problems of the fields that are shown. */
export function problemsOfEdit(draft: EditDraft): LoginProblems {
  const problems = problemsOf(draft.login);
  if (draft.replaceSecret) return problems;
  return problems.otherHost === undefined ? {} : { otherHost: problems.otherHost };
}

/** The change the core is asked for; settings that the form does not show stay. */
export const changeOf = (connection: Connection, draft: EditDraft) => ({
  connectionId: connection.id,
  name: draft.name,
  settings: { ...connection.settings, host: hostOf(draft.login) },
  secret: draft.replaceSecret ? secretOf(draft.login) : null,
  historyDays: draft.historyDays,
  pollSeconds: draft.pollSeconds,
});
