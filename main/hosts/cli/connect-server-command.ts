import type { Connection, ProbeReport } from '../../contract/connections.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, wholeNumber, type Command, type CommandOptions } from './command.ts';

const VENDOR = 'iiko-server';
const HISTORY_DAYS = 8;

/**
 * Adds the restaurant's own server. A certificate that this PC does not trust is printed and has to
 * be named with --fingerprint: nobody accepts it unseen.
 */
export const connectServerCommand: Command = {
  name: ['connect', VENDOR],
  usage:
    'connect iiko-server --host URL --login LOGIN --password PASSWORD [--fingerprint SHA256] [--zone IANA] [--name NAME] [--history-days N]',
  options: ['host', 'login', 'password', 'fingerprint', 'zone', 'name', 'history-days'],
  sample: {
    connection: { id: 2, vendor: VENDOR, name: 'Таганка', secretKept: true, orders: 0 },
    steps: [{ step: 'certificate', state: 'passed', evidence: 'certificate-accepted' }],
  },
  run: async ({ options, core }) => {
    const application = await core();
    const settings = {
      host: needed(options, 'host'),
      fingerprint: textOption(options, 'fingerprint') ?? '',
    };
    const secret = { login: needed(options, 'login'), password: needed(options, 'password') };
    const input = { vendor: VENDOR, settings, secret, connectionId: null };
    const steps = await askCore<ProbeReport>(application, 'connections.test', input);
    if (steps.some(({ state }) => state === 'failed')) {
      return { document: { connection: null, steps }, reached: false };
    }
    const connection = await askCore<Connection>(application, 'connections.add', {
      vendor: VENDOR,
      name: textOption(options, 'name') ?? '',
      settings,
      secret,
      historyDays: wholeNumber(options, 'history-days', HISTORY_DAYS, [1, 3650]),
      zone: textOption(options, 'zone') ?? null,
    });
    return { document: { connection, steps }, reached: true };
  },
};

function needed(options: CommandOptions, name: string): string {
  const text = textOption(options, name);
  if (text === undefined) throw new Failure('invalid', 'cli.option', { option: `--${name}` });
  return text;
}
