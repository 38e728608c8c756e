import type { Connection } from '../../../../main/contract/connections.ts';
import type { Problems } from './login-kind.ts';

/** What a person types to connect the restaurant's own server. */
export type ServerDraft = Readonly<{
  host: string;
  /** SHA-256 of the certificate that was seen and accepted; '' while none was. */
  fingerprint: string;
  login: string;
  password: string;
}>;

export const EMPTY_SERVER: ServerDraft = { host: '', fingerprint: '', login: '', password: '' };

/** The draft for what is stored; the login is never shown. */
export const serverDraftOf = (settings: Connection['settings']): ServerDraft => ({
  ...EMPTY_SERVER,
  host: String(settings['host'] ?? ''),
  fingerprint: String(settings['fingerprint'] ?? ''),
});

/** The address that is meant: a name alone is taken for https, as the core takes it. */
export function serverUrlOf({ host }: Pick<ServerDraft, 'host'>): URL | null {
  const text = host.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  return url && /^https?:$/.test(url.protocol) && url.username === '' ? url : null;
}

/** Another server has another certificate: what was accepted belongs to the old address. */
export const withHost = (draft: ServerDraft, host: string): Partial<ServerDraft> =>
  serverUrlOf({ host })?.host === serverUrlOf(draft)?.host ? { host } : { host, fingerprint: '' };

/** What is wrong with the address, by field; keys of texts. */
export const serverSettingProblems = (draft: ServerDraft): Problems =>
  draft.host.trim() !== '' && serverUrlOf(draft) ? {} : { host: 'iiko-server.problem.address' };

/** What is missing of the login, by field; keys of texts. */
export const serverSecretProblems = ({ login, password }: ServerDraft): Problems => ({
  ...(login.trim() === '' && { login: 'iiko-server.problem.empty' }),
  ...(password === '' && { password: 'iiko-server.problem.empty' }),
});
