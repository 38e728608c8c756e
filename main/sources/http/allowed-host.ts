/** Whether a login may be sent to the address: over TLS, or to this very PC. */
export const isAllowedHost = (text: string): boolean => {
  const url = URL.parse(text);
  if (!url || url.username || url.search || url.hash) return false;
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
};
