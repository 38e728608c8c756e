import type { Shell } from 'electron';

/** Sites that a link of ours may open in the browser, with their subdomains. */
const ALLOWED_SITES = ['iiko.ru', 'iiko.help', 'iiko.services', 'syrve.com', 'syrve.live'];

/** Whether an address may leave for the browser: https, an allowed site, nothing hidden in it. */
export function mayOpenExternal(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  if (url.port !== '') return false;
  return ALLOWED_SITES.some((site) => url.hostname === site || url.hostname.endsWith(`.${site}`));
}

/** Opens an allowed address in the browser; anything else does nothing. */
export function openExternal(shell: Pick<Shell, 'openExternal'>, address: string): void {
  if (mayOpenExternal(address)) void shell.openExternal(address).catch(() => undefined);
}
