/**
 * How long a server asks to wait, in milliseconds, from its `Retry-After` header: seconds or an
 * HTTP date, which is read against the server's own clock. Null when absent or unreadable.
 */
export function readRetryAfter(header: string | null, serverNowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!/[a-z]/i.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - serverNowMs);
}
