import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import type { Command } from './command.ts';

/** What this data folder holds and how fresh it is; while another program has it open, who that is. */
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
    const connections = await askCore(application, 'connections.list', {});
    try {
      const [about, sync] = await Promise.all(
        ['settings.about', 'sync.status'].map((topic) => askCore(application, topic, {})),
      );
      return { document: { about, connections, sync }, reached: true };
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'store.in-use')) throw error;
      return { document: { inUse: error.params, connections }, reached: true };
    }
  },
};
