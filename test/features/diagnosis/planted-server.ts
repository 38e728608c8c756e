import type { World } from './scene.ts';
import type { ServerManner } from './stand-in-servers.ts';
import { CALL_CENTRE, PLUGIN_FILE, pluginXml } from './till-folder.ts';

/** Where the call centre's server answers. */
export const ORIGIN = new URL(CALL_CENTRE).origin;

/** What stands at the call centre's address. */
export const serverIs = (manner: ServerManner) => (world: World) => {
  world.servers.set(ORIGIN, manner);
};

/** Another address in the file, and what stands there. */
export const addressIs =
  (serverUrl: string, servers: Readonly<Record<string, ServerManner>> = {}) =>
  (world: World): void => {
    world.files.set(PLUGIN_FILE, pluginXml({ serverUrl }));
    for (const [origin, manner] of Object.entries(servers)) world.servers.set(origin, manner);
    world.setUp = { ...world.setUp, callCentreUrl: serverUrl };
  };
