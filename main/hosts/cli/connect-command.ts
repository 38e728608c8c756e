import type { Connection } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, wholeNumber, type Command, type CommandOptions } from './command.ts';

const VENDOR = 'iiko-cloud';
const HISTORY_DAYS = 7;

/** Adds an iiko Cloud connection with either way of logging in. */
export const connectCommand: Command = {
  name: ['connect', VENDOR],
  usage:
    'connect iiko-cloud [--host URL] (--api-login KEY | --api-key KEY --app-id ID --client-secret KEY) [--zone IANA] [--name NAME] [--history-days N]',
  options: [
    'host',
    'api-login',
    'api-key',
    'app-id',
    'client-secret',
    'zone',
    'name',
    'history-days',
  ],
  sample: {
    connection: { id: 1, vendor: VENDOR, name: 'Суши Маркет', secretKept: true, orders: 0 },
  },
  run: async ({ options, core }) => {
    const host = textOption(options, 'host');
    const connection = await askCore<Connection>(await core(), 'connections.add', {
      vendor: VENDOR,
      name: textOption(options, 'name') ?? '',
      settings: host === undefined ? {} : { host },
      secret: readSecret(options),
      historyDays: wholeNumber(options, 'history-days', HISTORY_DAYS, [1, 3650]),
      zone: textOption(options, 'zone') ?? null,
    });
    return { document: { connection }, reached: true };
  },
};

function readSecret(options: CommandOptions): Readonly<Record<string, string>> {
  const apiLogin = textOption(options, 'api-login');
  if (apiLogin !== undefined) return { kind: 'api-login', apiLogin };
  const apiKey = textOption(options, 'api-key');
  const appId = textOption(options, 'app-id');
  const clientSecret = textOption(options, 'client-secret');
  if (apiKey === undefined || appId === undefined || clientSecret === undefined) {
    throw new Failure('invalid', 'cli.login-missing');
  }
  return { kind: 'api-key', apiKey, appId, clientSecret };
}
