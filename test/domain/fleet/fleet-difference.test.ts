import { describe, expect, it } from 'vitest';
import {
  fleetDifference,
  standsOut,
  type FleetRow,
} from '../../../main/domain/fleet/fleet-difference.ts';
import type {
  FleetSetting,
  FleetTerminal,
  FleetValue,
} from '../../../main/domain/fleet/fleet-terminal.ts';

const SETTINGS: readonly FleetSetting[] = [
  { kind: 'plugin', element: 'serviceMethodTimeoutMilliseconds', type: 'int', own: false },
  { kind: 'plugin', element: 'serverUrl', type: 'url', own: false },
  { kind: 'plugin', element: 'terminalId', type: 'guid', own: true },
  { kind: 'till', element: 'AllowHandCardRoll', type: 'bool', own: false },
  { kind: 'till', element: 'showDeliveryListOnLogin', type: 'bool', own: false },
  { kind: 'till', element: 'allowedParsers', type: 'list', own: false },
];

const value = (element: string, ...values: string[]): FleetValue => ({
  element,
  values,
  recommended: null,
});

function terminal(index: number): FleetTerminal {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const plugin = [
    value('serviceMethodTimeoutMilliseconds', '30000'),
    value('serverUrl', index % 2 === 0 ? 'https://cc.example/resto' : 'https://CC.example/resto/'),
    value('terminalId', id),
  ];
  const till = [
    value('AllowHandCardRoll', index % 3 === 0 ? '1' : 'true'),
    value('allowedParsers', 'auth', 'barcode'),
  ];
  return {
    id: `t${index}`,
    name: `Касса ${index}`,
    files: [
      { fileId: index * 2, kind: 'plugin', values: plugin },
      { fileId: index * 2 + 1, kind: 'till', values: till },
    ],
  };
}

type Plant = Readonly<{ mark: string; element: string; alter(one: FleetTerminal): FleetTerminal }>;

const change = (
  one: FleetTerminal,
  kind: string,
  alter: (values: readonly FleetValue[]) => readonly FleetValue[] | null,
): FleetTerminal => ({
  ...one,
  files: one.files.map((file) =>
    file.kind === kind && file.values ? { ...file, values: alter(file.values) } : file,
  ),
});

const replaced =
  (element: string, ...values: string[]) =>
  (all: readonly FleetValue[]): readonly FleetValue[] =>
    all.map((one) => (one.element === element ? value(element, ...values) : one));

const without =
  (element: string) =>
  (all: readonly FleetValue[]): readonly FleetValue[] =>
    all.filter((one) => one.element !== element);

const PLANTS: readonly Plant[] = [
  {
    mark: 'differs',
    element: 'serviceMethodTimeoutMilliseconds',
    alter: (one) => change(one, 'plugin', replaced('serviceMethodTimeoutMilliseconds', '10000')),
  },
  {
    mark: 'missing',
    element: 'serverUrl',
    alter: (one) => change(one, 'plugin', without('serverUrl')),
  },
  {
    mark: 'duplicate',
    element: 'serverUrl',
    alter: (one) =>
      change(one, 'plugin', replaced('serverUrl', 'https://cc.example/resto', 'http://old/resto')),
  },
  {
    mark: 'shared',
    element: 'terminalId',
    alter: (one) =>
      change(one, 'plugin', replaced('terminalId', '00000000-0000-4000-8000-00000000FFFF')),
  },
  {
    mark: 'differs',
    element: 'AllowHandCardRoll',
    alter: (one) => change(one, 'till', replaced('AllowHandCardRoll', 'false')),
  },
  {
    mark: 'extra',
    element: 'showDeliveryListOnLogin',
    alter: (one) =>
      change(one, 'till', (all) => [...all, value('showDeliveryListOnLogin', 'true')]),
  },
  {
    mark: 'differs',
    element: 'allowedParsers',
    alter: (one) => change(one, 'till', replaced('allowedParsers', 'barcode', 'auth')),
  },
  {
    mark: 'wrong-case',
    element: 'allowHandCardRoll',
    alter: (one) => change(one, 'till', (all) => [...all, value('allowHandCardRoll', 'false')]),
  },
  {
    mark: 'unknown',
    element: 'vendorFlag',
    alter: (one) => change(one, 'till', (all) => [...all, value('vendorFlag', 'x')]),
  },
];

/** Every cell that stands out, as `row terminal mark`. */
const found = (rows: readonly FleetRow[]): string[] =>
  rows
    .flatMap(({ element, cells }) =>
      cells
        .filter(standsOut)
        .flatMap(({ terminalId, marks }) =>
          marks.map((mark) => `${element} ${terminalId} ${mark}`),
        ),
    )
    .toSorted();

describe('differences of a fleet', () => {
  it('finds nothing where everything means the same', () => {
    const fleet = Array.from({ length: 200 }, (_, index) => terminal(index));
    expect(found(fleetDifference(fleet, SETTINGS))).toEqual([]);
  });

  it('finds every planted difference of two hundred terminals and nothing else', () => {
    const planted: string[] = [];
    const fleet = Array.from({ length: 200 }, (_, index) => {
      const plant = index % 5 === 0 ? PLANTS[(index / 5) % PLANTS.length] : undefined;
      if (!plant) return terminal(index);
      planted.push(`${plant.element} t${index} ${plant.mark}`);
      // Nobody else has it: what is unknown to us also stands out as unlike the others.
      if (['wrong-case', 'unknown'].includes(plant.mark))
        planted.push(`${plant.element} t${index} extra`);
      return plant.alter(terminal(index));
    });
    expect(planted.length).toBeGreaterThan(40);
    expect(found(fleetDifference(fleet, SETTINGS))).toEqual(planted.toSorted());
  });

  it('says which file is absent and which can not be read', () => {
    const fleet = [terminal(1), terminal(2), terminal(3), terminal(4)].map((one, index) => {
      if (index === 0) return { ...one, files: one.files.slice(0, 1) };
      return index === 1 ? change(one, 'till', () => null) : one;
    });
    const row = fleetDifference(fleet, SETTINGS).find(
      ({ element }) => element === 'AllowHandCardRoll',
    );
    expect(row?.cells.map(({ marks }) => marks)).toEqual([['absent'], ['unreadable'], [], []]);
    expect(row).toMatchObject({ majority: '1', differing: 2, known: true });
  });

  it('takes the advised value as the majority among equals, and marks who is against advice', () => {
    const advised = (given: string): FleetTerminal =>
      change(terminal(1), 'plugin', (all) => [
        ...all.filter(({ element }) => element !== 'serviceMethodTimeoutMilliseconds'),
        { element: 'serviceMethodTimeoutMilliseconds', values: [given], recommended: '30000' },
      ]);
    const [row] = fleetDifference(
      [
        { ...advised('10000'), id: 'a' },
        { ...advised('30000'), id: 'b' },
      ],
      SETTINGS,
    );
    expect(row?.majority).toBe('30000');
    expect(row?.cells.map(({ marks }) => marks)).toEqual([['differs', 'not-advised'], []]);
  });

  it('shows no rows of files that nobody has', () => {
    const fleet = [terminal(1)].map((one) => ({ ...one, files: one.files.slice(0, 1) }));
    expect(fleetDifference(fleet, SETTINGS).every(({ kind }) => kind === 'plugin')).toBe(true);
  });
});
