import type { Rehearsal } from '../../contract/zone-coverage.ts';
import { Failure } from '../../domain/failure.ts';
import { textOption, type Command, type CommandOptions } from './command.ts';
import { requireWords } from './named-file.ts';
import { askMap, nameMap } from './named-map.ts';

/** Replays stored orders of a period over a file's map, against the map iiko has or another file's. */
export const zonesRehearseCommand: Command = {
  name: ['zones', 'rehearse'],
  usage:
    'zones rehearse FILE|LINK --from DAY --to DAY [--against FILE|LINK] [--schedule saved|iiko] [--json]',
  options: ['from', 'to', 'against', 'schedule', 'json'],
  sample: {
    period: { from: '2026-10-01', to: '2026-10-31' },
    orders: 8211,
    cancelled: 391,
    uncounted: 12,
    sections: [
      {
        currency: 'RUB',
        changes: {
          gained: { orders: 112, sumMinor: 18_411_200 },
          lost: { orders: 31, sumMinor: 4_120_000 },
          moved: { orders: 602, sumMinor: 88_170_500 },
          unplaced: { orders: 41, sumMinor: 5_911_000 },
        },
        zones: [{ name: 'Центр', flow: { before: { orders: 2104, sumMinor: 310_551_200 } } }],
      },
    ],
    elapsedMs: 240,
  },
  run: async (context) => {
    const { options } = context;
    const [named = ''] = requireWords(context, 1, zonesRehearseCommand.usage);
    const against = textOption(options, 'against');
    const schedule = textOption(options, 'schedule') ?? 'saved';
    const mapOf = async (name: string) => ({ type: 'file', path: await nameMap(context, name) });
    const present = against === undefined ? { type: 'iiko' } : await mapOf(against);
    const document = await askMap<Rehearsal>(context, 'zoneCoverage.rehearse', {
      run: 'command-line',
      period: { from: requireDay(options, 'from'), to: requireDay(options, 'to') },
      before: { map: present, schedule: 'iiko' },
      after: { map: await mapOf(named), schedule },
    });
    const { waiting } = document;
    if (waiting > 0) context.say(context.text('cli.zones.waiting', { count: waiting }));
    return { document, reached: true };
  },
};

function requireDay(options: CommandOptions, name: string): string {
  const day = textOption(options, name);
  if (day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
    throw new Failure('invalid', 'cli.option', { option: `--${name} ${day ?? ''}`.trim() });
  }
  return day;
}
