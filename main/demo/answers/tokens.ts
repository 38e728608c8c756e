import { createHmac } from 'node:crypto';
import { uuidOf } from '../seeded.ts';
import { Refusal, readText } from './exchange.ts';

/** The keys that open the chain: an API login (v1) and the three secrets of v2. */
export type Credentials = Readonly<{
  apiLogin: string;
  apiKey: string;
  appId: string;
  clientSecret: string;
}>;

const HOUR_S = 3600;

/** The credentials of a seed. */
export function credentialsOf(seed: number): Credentials {
  const plain = (name: string): string => uuidOf(seed, `secret/${name}`).replaceAll('-', '');
  return {
    apiLogin: plain('login'),
    apiKey: plain('key'),
    appId: uuidOf(seed, 'app'),
    clientSecret: plain('client'),
  };
}

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Gives and checks tokens that live one hour of the chain's clock; keeps none of them. */
export type TokenOffice = Readonly<{
  /** v1: an opaque text to whoever holds it. */
  issueForLogin(body: Record<string, unknown>, nowMs: number): string;
  /** v2: a JWT with `exp`. */
  issueForKey(body: Record<string, unknown>, nowMs: number): string;
  /** Refuses with 401 unless the header carries a token of this chain that still lives. */
  check(header: string | undefined, nowMs: number): void;
}>;

/** Opens the office that knows the credentials. */
export function tokenOffice(credentials: Credentials): TokenOffice {
  const sign = (text: string): string =>
    createHmac('sha256', credentials.clientSecret).update(text).digest('base64url');
  const signed = (head: unknown, payload: object): string => {
    const text = `${encode(head)}.${encode(payload)}`;
    return `${text}.${sign(text)}`;
  };
  const times = (nowMs: number) => {
    const iat = Math.floor(nowMs / 1000);
    return { iat, exp: iat + HOUR_S };
  };
  return {
    issueForLogin(body, nowMs) {
      const login = readText(body, 'apiLogin');
      if (login === credentials.apiLogin) return encode(signed('v1', times(nowMs)));
      throw new Refusal(401, `Login ${login} is not authorized.`);
    },
    issueForKey(body, nowMs) {
      const fields = ['apiKey', 'appId', 'clientSecret'] as const;
      const wrong = fields.find((field) => readText(body, field) !== credentials[field]);
      if (wrong) throw new Refusal(401, `Field ${wrong} is not authorized.`);
      const payload = { iss: 'iiko', sub: credentials.appId, ...times(nowMs) };
      return signed({ alg: 'HS256', typ: 'JWT' }, payload);
    },
    check(header, nowMs) {
      const token = /^Bearer (.+)$/.exec(header ?? '')?.[1];
      if (token === undefined) throw new Refusal(401, 'Authorization header is missing.');
      const text = token.includes('.') ? token : Buffer.from(token, 'base64url').toString();
      const [head = '', payload = '', signature] = text.split('.');
      if (signature !== sign(`${head}.${payload}`)) throw new Refusal(401, 'Token is not valid.');
      const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp: number };
      if (nowMs >= exp * 1000) throw new Refusal(401, 'Token is expired.');
    },
  };
}
