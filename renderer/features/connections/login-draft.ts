/** Which of the vendor's servers answers: a known one, or an address typed in. */
export type HostChoice = 'russia' | 'syrve' | 'other';

/** What a person types to connect iiko Cloud. */
export type LoginDraft = Readonly<{
  hostChoice: HostChoice;
  otherHost: string;
  kind: 'api-login' | 'api-key';
  apiLogin: string;
  apiKey: string;
  appId: string;
  clientSecret: string;
}>;

/** Addresses of the vendor's servers (`iiko-api.md` 1). */
export const KNOWN_HOSTS: Readonly<Record<Exclude<HostChoice, 'other'>, string>> = {
  russia: 'https://api-ru.iiko.services',
  syrve: 'https://api-eu.syrve.live',
};

export const EMPTY_LOGIN: LoginDraft = {
  hostChoice: 'russia',
  otherHost: '',
  kind: 'api-login',
  apiLogin: '',
  apiKey: '',
  appId: '',
  clientSecret: '',
};

type Field = 'otherHost' | 'apiLogin' | 'apiKey' | 'appId' | 'clientSecret';

/** What is wrong, by field: the key of a text under `connections.problem.`. */
type LoginProblems = Readonly<Partial<Record<Field, string>>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The address the draft means, without a closing slash. */
export const hostOf = (draft: LoginDraft): string =>
  draft.hostChoice === 'other'
    ? draft.otherHost.trim().replace(/\/+$/, '')
    : KNOWN_HOSTS[draft.hostChoice];

/** The draft's choice for an address that is stored. */
export function hostDraft(host: string): Pick<LoginDraft, 'hostChoice' | 'otherHost'> {
  if (host === KNOWN_HOSTS.russia) return { hostChoice: 'russia', otherHost: '' };
  if (host === KNOWN_HOSTS.syrve) return { hostChoice: 'syrve', otherHost: '' };
  return { hostChoice: 'other', otherHost: host };
}

/** The parts of the login under the names the source knows, with the spaces of copying removed. */
export function secretOf(draft: LoginDraft): Record<string, string> {
  if (draft.kind === 'api-login') return { kind: 'api-login', apiLogin: draft.apiLogin.trim() };
  return {
    kind: 'api-key',
    apiKey: draft.apiKey.trim(),
    appId: draft.appId.trim(),
    clientSecret: draft.clientSecret.trim(),
  };
}

/** Checks the draft before anybody is asked; an empty answer means it may be tried. */
export function problemsOf(draft: LoginDraft): LoginProblems {
  const problems: Partial<Record<Field, string>> = {};
  if (draft.hostChoice === 'other' && !isAddress(hostOf(draft))) problems.otherHost = 'address';
  const needed: readonly Field[] =
    draft.kind === 'api-login' ? ['apiLogin'] : ['apiKey', 'appId', 'clientSecret'];
  for (const field of needed) {
    const text = draft[field].trim();
    if (text === '') problems[field] = 'empty';
    else if (/\s/.test(text)) problems[field] = 'spaces';
    else if (field === 'appId' && !UUID.test(text)) problems[field] = 'uuid';
  }
  return problems;
}

/** https anywhere, plain http only to this very PC: the same rule as the core's. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url) return false;
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
}
