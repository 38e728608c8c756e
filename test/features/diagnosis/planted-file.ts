import type { World } from './scene.ts';
import { PLUGIN_FILE } from './till-folder.ts';

/** What the plugin's file holds. */
export const plugin = (content: string | Uint8Array) => (world: World) => {
  world.files.set(PLUGIN_FILE, content);
};
