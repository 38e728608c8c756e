import type { Dice } from '../../main/demo/seeded.ts';
import type { DeliveryZone, Position, Ring } from '../../main/domain/zones/delivery-zone.ts';

const CITIES: readonly Position[] = [
  [37.6173, 55.7558],
  [30.3141, 59.9386],
  [56.25, 58.01],
  [0, 0],
  [-60.64, -32.95],
  [131.89, 43.12],
];

/** A set of zones of a kind that people draw, or that breaks careless arithmetic. */
export function randomZones(dice: Dice): DeliveryZone[] {
  const [x, y] = dice.pick(CITIES);
  const make = dice.pick([
    grid,
    sharedBorders,
    stars,
    tangles,
    strips,
    donuts,
    nearCopies,
    needles,
  ]);
  const rings = make(dice).map((parts) =>
    parts.map((ring) => ring.map(([dx, dy]): Position => [x + dx, y + dy])),
  );
  return rings.map((parts, at) => ({
    id: `zone-${at}`,
    name: dice.chance(0.05) ? dice.pick(['', 'Центр']) : `Зона ${at}`,
    colour: null,
    parts: partsOf(dice, parts),
  }));
}

/** Several rings are parts, or an outline and its holes. */
function partsOf(dice: Dice, rings: readonly Ring[]): DeliveryZone['parts'] {
  const [outline, ...rest] = rings;
  if (!outline) return [];
  if (dice.chance(0.7)) return [{ outline, holes: rest }];
  return rings.map((ring) => ({ outline: ring, holes: [] }));
}

/** Corners moved by what arithmetic loses, by a grid's step, or by a careless hand. */
const jitterOf = (dice: Dice): number => dice.pick([0, 1e-11, 1e-9, 1e-7, 3e-7, 1e-5, 1e-4]);

const shaken = (dice: Dice, [x, y]: Position, by: number): Position => [
  x + dice.between(-by, by),
  y + dice.between(-by, by),
];

function grid(dice: Dice): Ring[][] {
  const [columns, rows] = [1 + dice.below(4), 1 + dice.below(3)];
  const [size, jitter] = [dice.pick([0.01, 0.003, 0.02]), jitterOf(dice)];
  return Array.from({ length: columns * rows }, (_, at) => {
    const [x, y] = [(at % columns) * size, Math.floor(at / columns) * size];
    const square = boxAt(x, y, size, size).map((corner) => shaken(dice, corner, jitter));
    return [dice.chance(0.3) ? withExtraCorners(dice, square, jitter) : square];
  });
}

const boxAt = (x: number, y: number, w: number, h: number): Position[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];

/** Corners in the middle of sides, where the neighbour has none; repeated corners now and then. */
const withExtraCorners = (dice: Dice, ring: Ring, by: number): Position[] =>
  ring.flatMap((from, at) => {
    const to = ring[(at + 1) % ring.length]!;
    const share = dice.next();
    const between: Position = [
      from[0] + share * (to[0] - from[0]),
      from[1] + share * (to[1] - from[1]),
    ];
    return [from, shaken(dice, between, by), ...(dice.chance(0.1) ? [to] : [])];
  });

/** Neighbours along one winding border that each has drawn for itself. */
function sharedBorders(dice: Dice): Ring[][] {
  const corners = 2 + dice.below(12);
  const jitter = jitterOf(dice);
  const borders = Array.from({ length: 4 }, (_, line) =>
    Array.from({ length: corners }, (_unused, at): Position => [
      line * 0.01 + dice.between(-0.002, 0.002),
      at * 0.004,
    ]),
  );
  return borders
    .slice(1)
    .map((right, line) => [
      [
        ...borders[line]!.map((point) => shaken(dice, point, jitter)),
        ...right.toReversed().map((point) => shaken(dice, point, jitter)),
      ],
    ]);
}

function stars(dice: Dice): Ring[][] {
  return Array.from({ length: 2 + dice.below(5) }, () => [
    star(dice, dice.between(0, 0.03), dice.between(0, 0.03), dice.between(0.002, 0.015)),
  ]);
}

function star(dice: Dice, x: number, y: number, radius: number): Position[] {
  const corners = 3 + dice.below(20);
  return Array.from({ length: corners }, (_, at) => {
    const turn = (at / corners) * 2 * Math.PI;
    const reach = radius * dice.between(0.5, 1);
    return [x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
  });
}

/** Rings that cross themselves as they like. */
const tangles = (dice: Dice): Ring[][] =>
  Array.from({ length: 1 + dice.below(3) }, () => [
    Array.from({ length: 3 + dice.below(8) }, (): Position => [
      dice.between(0, 0.02),
      dice.between(0, 0.02),
    ]),
  ]);

/** Long thin strips across each other. */
const strips = (dice: Dice): Ring[][] =>
  Array.from({ length: 2 + dice.below(4) }, () => {
    const width = dice.pick([1e-6, 1e-5, 1e-4, 1e-3]);
    const across = dice.between(0, 0.02);
    return [dice.chance(0.5) ? boxAt(0, across, 0.02, width) : boxAt(across, 0, width, 0.02)];
  });

/** Holes, filled and not, holes that touch the outline, parts that touch at a corner. */
function donuts(dice: Dice): Ring[][] {
  const hole = boxAt(dice.pick([0, 0.001, 0.002]), dice.pick([0, 0.002]), 0.003, 0.003);
  const filler = hole.map((corner) => shaken(dice, corner, jitterOf(dice)));
  const second = boxAt(0.005, 0.005, 0.002, 0.002);
  return [
    [boxAt(0, 0, 0.01, 0.01), hole, second],
    [filler],
    [boxAt(0.01, 0.01, 0.004, 0.004), second],
  ];
}

/** The same area drawn several times. */
function nearCopies(dice: Dice): Ring[][] {
  const [ring, jitter] = [star(dice, 0, 0, 0.01), jitterOf(dice)];
  return Array.from({ length: 2 + dice.below(3) }, () => [
    ring.map((point) => shaken(dice, point, jitter)),
  ]);
}

/** Sides that meet under the smallest angles, and corners that run out and back. */
function needles(dice: Dice): Ring[][] {
  const tilt = dice.pick([1e-9, 1e-7, 1e-6, 1e-5]);
  const spike: Position = [dice.between(0, 0.02), dice.between(0.005, 0.02)];
  return [
    [
      [
        [0, 0],
        [0.01, 0],
        [0.01, 0.01],
        [0, 0.01 + tilt],
      ],
    ],
    [[[0, 0.01], [0.01, 0.01 - tilt], [0.01, 0.02], spike, [0.01, 0.02 + tilt], [0, 0.02]]],
  ];
}
