const PART = /<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<\?[^]*?\?>|[^<]+/g;

/** How a CDATA section begins. */
export const CDATA = '<![CDATA[';

/** What stands in an element without children: characters, CDATA sections, comments, instructions. */
export const contentParts = (content: string): readonly string[] => content.match(PART) ?? [];

/** Whether a part is read as characters of the value. */
export const isCharacters = (part: string): boolean =>
  !part.startsWith('<') || part.startsWith(CDATA);
