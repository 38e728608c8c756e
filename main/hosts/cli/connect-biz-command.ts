import type { Connection } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, wholeNumber, type Command } from './command.ts';

const VENDOR = 'iiko-biz';
const HISTORY_DAYS = 30;

/** Adds an iiko.biz connection, for those who have a login since before July 2022. */
export const connectBizCommand: Command = {
  name: ['connect', VENDOR],
  usage:
    'connect iiko-biz --user-id ID --secret SECRET [--host URL] [--zone IANA] [--name NAME] [--history-days N]',
  options: ['host', 'user-id', 'secret', 'zone', 'name', 'history-days'],
  sample: {
    connection: { id: 1, vendor: VENDOR, name: 'Суши Маркет', secretKept: true, orders: 0 },
  },
  run: async ({ options, core }) => {
    const host = textOption(options, 'host');
    const userId = textOption(options, 'user-id');
    const userSecret = textOption(options, 'secret');
    if (userId === undefined || userSecret === undefined) {
      throw new Failure('invalid', 'cli.user-missing');
    }
    const connection = await askCore<Connection>(await core(), 'connections.add', {
      vendor: VENDOR,
      name: textOption(options, 'name') ?? '',
      settings: host === undefined ? {} : { host },
      secret: { userId, userSecret },
      historyDays: wholeNumber(options, 'history-days', HISTORY_DAYS, [1, 3650]),
      zone: textOption(options, 'zone') ?? null,
    });
    return { document: { connection }, reached: true };
  },
};
