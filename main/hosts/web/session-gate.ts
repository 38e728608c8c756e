import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const SECRET_BYTES = 32;

export type SessionGate = Readonly<{
  /** A fresh one-time token for a start address. */
  issueToken(): string;
  /** The cookie for the browser that brings an unused token; null for any other token. */
  exchange(token: string): string | null;
  /** Whether the request comes from a browser that exchanged a token. */
  knows(headers: IncomingHttpHeaders): boolean;
}>;

/**
 * Tokens are good once, the session lives as long as the program. Cookies are shared by all ports of
 * an address, so the cookie's name carries the port.
 */
export function openSessionGate(port: number): SessionGate {
  const cookieName = `desk-${port}`;
  const session = newSecret();
  const tokens = new Set<string>();
  return {
    issueToken: () => {
      const token = newSecret();
      tokens.add(token);
      return token;
    },
    exchange: (token) => {
      if (!tokens.delete(token)) return null;
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    knows: (headers) => same(cookieOf(headers.cookie ?? '', cookieName), session),
  };
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

function cookieOf(header: string, name: string): string {
  const pair = header.split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1) ?? '';
}

function same(given: string, expected: string): boolean {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
}
