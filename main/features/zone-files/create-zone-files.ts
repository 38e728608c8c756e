import type { Handlers } from '../../contract/define.ts';
import type { zoneFiles } from '../../contract/zone-files.ts';
import type { Outside } from '../../outside.ts';
import { fetchZoneLink } from './fetch-zone-link.ts';

/** Links are followed where the network is; what they give is read by the readers. */
export const createZoneFiles = (outside: Outside): Handlers<typeof zoneFiles, 'core'> => ({
  fetchLink: async ({ link }) => ({
    path: await fetchZoneLink(outside, link, new AbortController().signal),
  }),
});
