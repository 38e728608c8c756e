/** The addresses of one server. */
export type ApiAddress = Readonly<{
  /** `https://host:port/resto` without a closing slash. */
  root: string;
  host: string;
  secure: boolean;
}>;

/**
 * The server that a person means: a name alone is taken for https, `/resto` is added where it is
 * missing, what follows it is cut off. Null for what is no address, or holds a login.
 */
export function apiAddress(text: string): ApiAddress | null {
  const trimmed = text.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  if (url.username !== '' || url.password !== '') return null;
  return { root: `${url.origin}/resto`, host: url.host, secure: url.protocol === 'https:' };
}
