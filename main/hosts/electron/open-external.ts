import type { Shell } from 'electron';

/** Sites that a link of ours may open in the browser, with their subdomains. */
const ALLOWED_SITES = ['iiko.ru', 'iiko.help', 'iiko.services', 'syrve.com', 'syrve.live'];

/** Whether an address may leave the program: a phone, or https to an allowed site with nothing hidden in it. */
export function mayOpenExternal(address: string): boolean {
  if (PHONE_LINK.test(address)) return true;
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  if (url.port !== '') return false;
  return ALLOWED_SITES.some((site) => url.hostname === site || url.hostname.endsWith(`.${site}`));
}

/** A guest's phone as the card writes it, for the telephone program: digits only, nothing to run. */
const PHONE_LINK = /^tel:\+?\d{3,15}$/;

/** Opens an allowed address with the program it is for; anything else does nothing. */
export function openExternal(shell: Pick<Shell, 'openExternal'>, address: string): void {
  if (mayOpenExternal(address)) void shell.openExternal(address).catch(() => undefined);
}
