import { askCore } from '../connect-demo.ts';
import type { Command } from './command.ts';

/** What this data folder holds and how fresh it is. */
export const statusCommand: Command = {
  name: ['status'],
  usage: 'status',
  options: [],
  sample: {
    about: {
      version: '0.1.0',
      host: 'command-line',
      dataFolder: '/home/ivan/.local/share/delivery-desk',
    },
    connections: [{ id: 1, vendor: 'iiko-cloud', name: 'Суши Маркет', orders: 8431 }],
    sync: [{ connectionId: 1, name: 'Суши Маркет', state: { type: 'idle', nextAt: null } }],
  },
  run: async ({ core }) => {
    const application = await core();
    const [about, connections, sync] = await Promise.all(
      ['settings.about', 'connections.list', 'sync.status'].map((topic) =>
        askCore(application, topic, {}),
      ),
    );
    return { document: { about, connections, sync }, reached: true };
  },
};
