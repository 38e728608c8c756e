import { once } from 'node:events';
import { Failure } from '../../domain/failure.ts';
import { readFaultList } from '../../demo/faults/fault-plan.ts';
import { startDemo, TOUR } from '../thread/start-demo.ts';
import { textOption, wholeNumber, type Command, type CommandOptions } from './command.ts';

const MAX_SPEED = 1_000_000;

/** Runs the demo chain until the program is told to stop. */
export const demoServeCommand: Command = {
  name: ['demo', 'serve'],
  usage: 'demo serve [--port P] [--seed S] [--speed X] [--clock ISO] [--faults LIST]',
  options: ['port', 'seed', 'speed', 'clock', 'faults'],
  sample: {
    address: 'http://127.0.0.1:47810',
    apiLogin: '7e0c…',
    apiKey: '51aa…',
    appId: '3f2b…',
    clientSecret: '90d1…',
    userId: 'demoDelivery',
    userSecret: 'a17f…',
    serverLogin: { login: 'desk', password: 'resto-…' },
  },
  run: async ({ options, print }) => {
    const seed = wholeNumber(options, 'seed', 1, [0, 0xffff_ffff]);
    const port = wholeNumber(options, 'port', 0, [0, 65_535]);
    const chain = await startDemo({
      port,
      seed,
      speed: readSpeed(options),
      startMs: readClock(options),
      faults: readFaultList(textOption(options, 'faults') ?? '', seed),
      clock: null,
      ordersPerDay: null,
      ...(TOUR.historyDays === undefined ? {} : { historyDays: TOUR.historyDays }),
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new Failure('conflict', 'hosts.port-taken', { port });
    });
    print(chain.access);
    const waiting = setInterval(() => undefined, 60_000);
    await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
    clearInterval(waiting);
    await chain.close();
    return null;
  },
};

function readSpeed(options: CommandOptions): number {
  const speed = Number(options['speed'] ?? 1);
  if (speed > 0 && speed <= MAX_SPEED) return speed;
  throw new Failure('invalid', 'cli.option', { option: '--speed' });
}

function readClock(options: CommandOptions): number | null {
  const text = textOption(options, 'clock');
  const startMs = text === undefined ? null : Date.parse(text);
  if (Number.isNaN(startMs)) throw new Failure('invalid', 'cli.option', { option: '--clock' });
  return startMs;
}
