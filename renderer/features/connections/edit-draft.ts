import type { Connection } from '../../../main/contract/connections.ts';
import type { LoginKind, Problems } from './logins/login-kind.ts';
import { draftsOf, type OrganizationDrafts } from './organization-draft.ts';

/** What the side card holds while a connection is being changed. */
export type EditDraft<Draft> = Readonly<{
  name: string;
  login: Draft;
  /** True once a new login is to be typed; the kept one is never shown. */
  replaceSecret: boolean;
  historyDays: number;
  pollSeconds: number;
  organizations: OrganizationDrafts;
}>;

/** The draft as the connection stands; a lost secret is asked for at once. */
export const editDraftOf = <Draft>(
  kind: LoginKind<Draft>,
  connection: Connection,
): EditDraft<Draft> => ({
  name: connection.name,
  login: kind.draftOf(connection.settings),
  replaceSecret: !connection.secretKept,
  historyDays: connection.historyDays,
  pollSeconds: connection.pollSeconds,
  organizations: draftsOf(connection),
});

/** Problems of the fields that are shown. */
export const problemsOfEdit = <Draft>(
  kind: LoginKind<Draft>,
  { login, replaceSecret }: EditDraft<Draft>,
): Problems => ({
  ...kind.settingProblems(login),
  ...(replaceSecret && kind.secretProblems(login)),
});

/** The change the core is asked for; settings that the form does not show stay. */
export const changeOf = <Draft>(
  kind: LoginKind<Draft>,
  connection: Connection,
  draft: EditDraft<Draft>,
) => ({
  connectionId: connection.id,
  name: draft.name,
  settings: { ...connection.settings, ...kind.settingsOf(draft.login) },
  secret: draft.replaceSecret ? kind.secretOf(draft.login) : null,
  historyDays: draft.historyDays,
  pollSeconds: draft.pollSeconds,
});
