const ANY = /^/;
const PROFILE = [ANY, /^appdata$/, /^roaming$/];
const BRAND = /^(iiko|syrve)$/;
const TILL = [/^cashserver$/, /^pluginconfigs$/, /^resto\.front\.api\.delivery$/];
const LOGS = [/^cashserver$/, /^logs$/];
const OFFICE = [/^(rms|chain)$/, ANY, /^config$/];
const WAYS = [TILL, LOGS, OFFICE];

/** Ways down from a folder of Windows profiles, of roaming data, of a brand, of a till, of a server. */
const ALLOWED: readonly (readonly RegExp[])[] = [
  ...WAYS.map((way) => [...PROFILE, BRAND, ...way]),
  ...WAYS.map((way) => [BRAND, ...way]),
  ...WAYS,
  ...WAYS.map((way) => way.slice(1)),
  [/^(config|conf|data)$/],
];

/**
 * Whether a folder of this PC's own roots may hold iiko's files; `below` are the folder's names
 * under the root. Other programs' folders are never entered.
 */
export function mayHoldIiko(below: readonly string[]): boolean {
  return ALLOWED.some(
    (way) =>
      below.length <= way.length && below.every((name, at) => way[at]?.test(name.toLowerCase())),
  );
}
