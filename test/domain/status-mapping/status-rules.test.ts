import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '../../../main/domain/orders/stage.ts';
import {
  mappingOf,
  type MappedStatus,
} from '../../../main/domain/status-mapping/status-mapping.ts';
import {
  breachesOf,
  CLIENT_TYPES,
  isAllowedMove,
  isUsualMove,
  type ClientRule,
} from '../../../main/domain/status-mapping/status-rules.ts';
import {
  MAPPING_TEMPLATES,
  templateChanges,
} from '../../../main/domain/status-mapping/status-templates.ts';
import {
  IIKO_CROSSWALK,
  KNOWN_STATUSES,
} from '../../../main/domain/status-mapping/status-vocabulary.ts';
import { mappingWarnings } from '../../../main/domain/status-mapping/status-warnings.ts';
import type { StatusGroup } from '../../../main/domain/status-mapping/status-group.ts';

/** Row: from; column: to, in the order of STAGES; + may, . may not. */
const MATRIX: Readonly<Record<Stage, string>> = {
  unconfirmed: '+++++++++++',
  new: '+++++++++++',
  'ready-for-cooking': '+++++++++++',
  cooking: '...++++++++',
  cooked: '...++++++++',
  waiting: '...++++++++',
  'on-way': '.....++++++',
  delivered: '.....++++++',
  closed: '........+.+',
  cancelled: '.........++',
  unknown: '+++++++++++',
};

describe('moves between statuses', () => {
  it('are as usual for every pair', () => {
    for (const from of STAGES) {
      const row = STAGES.map((to) => (isUsualMove(from, to) ? '+' : '.')).join('');
      expect([from, row]).toEqual([from, MATRIX[from]]);
    }
  });

  it('are as a person says where a person said so, in that system alone', () => {
    const move = { system: 'iiko-cloud', from: 'Closed', to: 'OnWay' };
    expect(isAllowedMove([], move)).toBe(false);
    expect(isAllowedMove([{ ...move, allowed: true }], move)).toBe(true);
    expect(isAllowedMove([{ ...move, system: 'iiko-biz', allowed: true }], move)).toBe(false);
    expect(isAllowedMove([{ ...move, from: 'OnWay', to: 'Closed', allowed: true }], move)).toBe(
      false,
    );
  });
});

describe('sets by type of client', () => {
  const statuses = KNOWN_STATUSES.filter(({ system }) => system === 'iiko-cloud');
  const breaches = (rules: readonly ClientRule[], asked: ClientRule) =>
    breachesOf(
      { ...asked, stays: [{ status: asked.status, from: 1, until: 2 }] },
      { moves: [], limits: [], clients: rules },
      3,
    );

  it('hold for that status, system and client alone, over all pairs', () => {
    const all = statuses.flatMap(({ system, status }) =>
      CLIENT_TYPES.map((client) => ({ system, status, client })),
    );
    for (const rule of all) {
      for (const asked of all) {
        const expected = rule === asked ? ['client'] : [];
        expect(breaches([rule], asked).map(({ type }) => type)).toEqual(expected);
      }
      expect(breaches([{ ...rule, system: 'iiko-biz' }], rule)).toEqual([]);
    }
  });
});

describe('warnings', () => {
  const cards: MappedStatus[] = KNOWN_STATUSES.filter(({ system }) => system === 'iiko-cloud').map(
    ({ system, status }) => ({ organizationId: 0, system, status }),
  );
  const usual = KNOWN_STATUSES.map((known) => ({ organizationId: 0, ...known }));
  const withOne = (status: string, group: StatusGroup) =>
    mappingWarnings(
      mappingOf([...usual, { organizationId: 0, system: 'iiko-cloud', status, group }]),
      cards,
    ).map(({ code, level }) => `${level} ${code}`);

  it('are none for the program’s own mapping', () => {
    expect(mappingWarnings(mappingOf(usual), cards)).toEqual([]);
  });

  it.each([
    ['Cancelled', 'paid', ['wrong cancelled-paid']],
    ['Cancelled', 'in-work', ['risky cancelled-in-work']],
    ['Closed', 'cancelled', ['wrong nothing-paid', 'wrong closed-cancelled']],
    ['Closed', 'ignored', ['wrong nothing-paid', 'risky closed-not-paid']],
    ['WaitCooking', 'paid', ['risky early-paid']],
    ['OnWay', 'unmapped', ['risky unmapped']],
    ['Delivered', 'paid', []],
  ] as const)('%s in %s', (status, group, codes) => {
    expect(withOne(status, group)).toEqual(codes);
  });
});

describe('templates', () => {
  it('differ from the usual only where their name says', () => {
    const usual = mappingOf(KNOWN_STATUSES.map((known) => ({ organizationId: 0, ...known })));
    const changed = MAPPING_TEMPLATES.map((template) =>
      templateChanges(usual, template, 0, ['iiko-cloud']).map(
        ({ status, group }) => `${status} ${group}`,
      ),
    );
    expect(changed).toEqual([[], ['Delivered paid'], ['Unconfirmed ignored']]);
  });
});

describe('the crosswalk', () => {
  it('names every status of iiko Cloud and iiko.biz and each Razor number once', () => {
    const known = (system: string) =>
      KNOWN_STATUSES.filter((one) => one.system === system).map(({ status }) => status);
    expect(IIKO_CROSSWALK.map(({ cloud }) => cloud)).toEqual(known('iiko-cloud'));
    expect([...new Set(IIKO_CROSSWALK.map(({ biz }) => biz))]).toEqual(known('iiko-biz'));
    const razor = IIKO_CROSSWALK.flatMap(({ razor: number }) => number ?? []);
    expect(razor.toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
