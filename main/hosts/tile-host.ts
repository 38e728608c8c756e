import type { Application } from '../application.ts';
import type { BaseMap } from '../contract/zones.ts';
import { askCore } from './connect-demo.ts';

/** The origin that pictures of streets come from: the page's policy lets it in; null: none. */
export async function tileHost(application: Application): Promise<string | null> {
  try {
    const { tiles } = await askCore<BaseMap>(application, 'zones.baseMap', {});
    return tiles === null ? null : new URL(tiles.replaceAll(/[{}]/g, '')).origin;
  } catch {
    return null;
  }
}
