import { createHmac } from 'node:crypto';
import { Refusal } from '../answers/exchange.ts';
import { uuidOf } from '../seeded.ts';

/** The login of the chain's API user at iiko.biz: letters and digits (`features.md` row 12). */
export type BizLogin = Readonly<{ userId: string; userSecret: string }>;

const LIFE_MS = 15 * 60_000;

/** The login of a seed. */
export const bizLoginOf = (seed: number): BizLogin => ({
  userId: 'demoDelivery',
  userSecret: `a1${uuidOf(seed, 'secret/biz').replaceAll('-', '').slice(0, 14)}`,
});

/** Gives and checks tokens that live a quarter of an hour of the chain's clock; keeps none. */
export type BizTokens = Readonly<{
  issue(query: URLSearchParams, nowMs: number): string;
  /** Refuses with 401 unless the query carries a token of this chain that still lives. */
  check(query: URLSearchParams, nowMs: number): void;
}>;

/** Opens the office that knows the login. */
export function bizTokens(login: BizLogin): BizTokens {
  const sign = (until: string): string =>
    createHmac('sha256', login.userSecret).update(until).digest('hex').slice(0, 32);
  return {
    issue(query, nowMs) {
      const right =
        query.get('user_id') === login.userId && query.get('user_secret') === login.userSecret;
      if (!right) throw new Refusal(401, 'User is not found or the secret is wrong', '401');
      const until = (nowMs + LIFE_MS).toString(36);
      return `${until}${sign(until)}`;
    },
    check(query, nowMs) {
      const token = query.get('access_token') ?? '';
      const until = token.slice(0, -32);
      const lives = Number.parseInt(until, 36) > nowMs && token === until + sign(until);
      if (!lives) throw new Refusal(401, 'Wrong access token', '401');
    },
  };
}
