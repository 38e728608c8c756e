import { createHash } from 'node:crypto';
import { Refusal } from '../answers/exchange.ts';
import { mix, uuidOf, writeUuid } from '../seeded.ts';

/** The login of the server: `pass` is sent as the SHA-1 of the plain password. */
export type ServerLogin = Readonly<{ login: string; password: string }>;

/** The server login of a seed. */
export const serverLoginOf = (seed: number): ServerLogin => ({
  login: 'desk',
  password: `resto-${uuidOf(seed, 'secret/server').slice(0, 8)}`,
});

/** Licence slots: each login takes one until it logs out or falls asleep (`iiko-api.md` 3.1). */
export type LicenceSlots = Readonly<{
  /** Gives a token; 401 for a wrong login, 403 when every slot is taken. */
  login(login: string, pass: string, now: number): string;
  /** Refuses with 401 unless the token lives. */
  check(token: string, now: number): void;
  logout(token: string): void;
  /** A restart of the server: every token is forgotten. */
  restart(): void;
  taken(now: number): number;
  /** How many times somebody logged in. */
  readonly logins: number;
}>;

const IDLE_MS = 3_600_000;

/** Opens the slots of a server. */
export function licenceSlots(
  seed: number,
  { login, password }: ServerLogin,
  slots: number,
): LicenceSlots {
  const pass = createHash('sha1').update(password).digest('hex');
  const usedAt = new Map<string, number>();
  let logins = 0;
  const forgetIdle = (now: number): void => {
    for (const [token, at] of usedAt) if (now - at > IDLE_MS) usedAt.delete(token);
  };
  return {
    get logins() {
      return logins;
    },
    login(asked, given, now) {
      if (asked !== login || given !== pass) throw new Refusal(401, 'Login or password is wrong');
      forgetIdle(now);
      if (usedAt.size >= slots) throw noSlot();
      logins += 1;
      const word = mix(seed, logins);
      const token = writeUuid(word, mix(word, 1), mix(word, 2), mix(word, 3));
      usedAt.set(token, now);
      return token;
    },
    check(token, now) {
      forgetIdle(now);
      if (!usedAt.has(token)) throw new Refusal(401, 'Token is expired or invalid');
      usedAt.set(token, now);
    },
    logout: (token) => void usedAt.delete(token),
    restart: () => usedAt.clear(),
    taken(now) {
      forgetIdle(now);
      return usedAt.size;
    },
  };
}

const MODULE = 28_008_806;

/** What the server says when no slot is free. */
export const noSlot = (): Refusal =>
  new Refusal(
    403,
    `License enhancement is required: no connections available for module ${MODULE}`,
  );
