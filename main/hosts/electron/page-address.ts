/** The page lives under a scheme of its own: `file:` pages have privileges that it must not have. */
export const PAGE_SCHEME = 'desk';

export const PAGE_ADDRESS = `${PAGE_SCHEME}://app/`;

/** Whether an address belongs to our own page. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(PAGE_ADDRESS);
}
