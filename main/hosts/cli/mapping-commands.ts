import type { MappingVersionStory, StatusBoard } from '../../contract/status-mapping.ts';
import { Failure } from '../../domain/failure.ts';
import {
  draftedMapping,
  type MappingVersion,
} from '../../domain/status-mapping/mapping-history.ts';
import { statusGroupOf, STATUS_GROUPS } from '../../domain/status-mapping/status-group.ts';
import { mappingOf, type StatusMapping } from '../../domain/status-mapping/status-mapping.ts';
import { groupTotals } from '../../domain/status-mapping/status-totals.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, wholeNumber, type Command, type CommandOptions } from './command.ts';

const VERSION = {
  id: 2,
  cause: 'command',
  sameAs: null,
  author: 'Ирина',
  validFrom: 1795000000000,
};

/** What is in force, with the orders and money of each group; the draft beside it. */
export const mappingShowCommand: Command = {
  name: ['mapping', 'show'],
  usage: 'mapping show [--from YYYY-MM-DD --to YYYY-MM-DD]',
  options: ['from', 'to'],
  sample: {
    version: VERSION,
    entries: [{ organizationId: 0, system: 'iiko-cloud', status: 'Closed', group: 'paid' }],
    groups: { paid: { orders: 28410, sums: { RUB: 2667104000 } } },
    draft: { steps: 0, groups: {} },
  },
  run: async ({ options, core }) => {
    const board = await askCore<StatusBoard>(await core(), 'statusMapping.board', {
      period: periodOf(options),
    });
    const mapping = mappingOf(board.entries);
    const steps = board.draft.filter(({ undone }) => !undone).length;
    const drafted = draftedMapping(mapping, board.draft);
    return {
      document: {
        version: board.version,
        entries: board.entries,
        groups: tellGroups(board, mapping),
        draft: { steps, groups: steps === 0 ? {} : tellGroups(board, drafted) },
      },
      reached: true,
    };
  },
};

/** Places a status at once and tells the version this made. */
export const mappingAssignCommand: Command = {
  name: ['mapping', 'assign'],
  usage: `mapping assign SYSTEM STATUS ${STATUS_GROUPS.join('|')}|inherit [--organization ID]`,
  options: ['organization'],
  sample: { version: VERSION },
  run: async ({ words, options, core }) => {
    const [system, status, name] = words;
    const group = name === 'inherit' ? null : statusGroupOf(name ?? '');
    if (!system || status === undefined || group === undefined || words.length > 3) {
      throw new Failure('invalid', 'cli.mapping-words');
    }
    const organizationId = wholeNumber(options, 'organization', 0, [0, Number.MAX_SAFE_INTEGER]);
    const changes = [{ organizationId, system, status, group }];
    const application = await core();
    const version = await askCore<MappingVersion>(application, 'statusMapping.assignNow', {
      changes,
    });
    return { document: { version }, reached: true };
  },
};

/** Goes back before the newest change; run again, before the one that came before it. */
export const mappingUndoCommand: Command = {
  name: ['mapping', 'undo'],
  usage: 'mapping undo',
  options: [],
  sample: { version: { ...VERSION, id: 3, cause: 'undo', sameAs: 1 }, changes: [] },
  run: async ({ core }) => {
    const application = await core();
    const version = await askCore<MappingVersion>(application, 'statusMapping.undoVersion', {});
    const told = await askCore<readonly MappingVersionStory[]>(
      application,
      'statusMapping.versions',
      {},
    );
    const changes = told.find(({ id }) => id === version.id)?.changes ?? [];
    return { document: { version, changes }, reached: true };
  },
};

function periodOf(options: CommandOptions): StatusBoardPeriod {
  const from = textOption(options, 'from');
  const to = textOption(options, 'to');
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) {
    throw new Failure('invalid', 'cli.option', { option: from === undefined ? '--from' : '--to' });
  }
  return { from, to };
}

type StatusBoardPeriod = Readonly<{ from: string; to: string }> | null;

function tellGroups({ totals }: StatusBoard, mapping: StatusMapping) {
  const groups = Object.entries(groupTotals(mapping, totals));
  return Object.fromEntries(
    groups.map(([group, { orders, sums }]) => [group, { orders, sums: Object.fromEntries(sums) }]),
  );
}
