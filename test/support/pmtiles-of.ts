import { gzipSync } from 'node:zlib';

const HEAD_BYTES = 127;

/** One tile of a hand-made file: the whole world at zoom 0, its quarters at zoom 1. */
type Tile = Readonly<{ id: number; bytes: Uint8Array }>;

/** A PMTiles 3 file with a root directory only; `kind` 1 is vector, 2 is PNG. */
export function pmtilesOf(
  tiles: readonly Tile[],
  kind: number,
  metadata: unknown,
  maxZoom = 1,
): Buffer {
  const directory = gzipSync(directoryOf(tiles));
  const words = gzipSync(Buffer.from(JSON.stringify(metadata)));
  const bodies = tiles.map(({ bytes }) => gzipSync(bytes));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('PMTiles');
  head.writeUInt8(3, 7);
  const body = Buffer.concat(bodies);
  let offset = HEAD_BYTES;
  for (const [at, part] of [
    [8, directory],
    [24, words],
    [40, Buffer.alloc(0)],
    [56, body],
  ] as const) {
    head.writeBigUInt64LE(BigInt(offset), at);
    head.writeBigUInt64LE(BigInt(part.length), at + 8);
    offset += part.length;
  }
  head.writeUInt8(1, 96);
  head.writeUInt8(2, 97);
  head.writeUInt8(2, 98);
  head.writeUInt8(kind, 99);
  head.writeUInt8(0, 100);
  head.writeUInt8(maxZoom, 101);
  [-180, -85, 180, 85].forEach((degrees, n) => head.writeInt32LE(degrees * 1e7, 102 + n * 4));
  return Buffer.concat([head, directory, words, body]);
}

function directoryOf(tiles: readonly Tile[]): Buffer {
  const lengths = tiles.map(({ bytes }) => gzipSync(bytes).length);
  const numbers = [
    tiles.length,
    ...tiles.map(({ id }, place) => id - (tiles[place - 1]?.id ?? 0)),
    ...tiles.map(() => 1),
    ...lengths,
    // The first lies at the beginning, each next one right behind the one before it.
    ...tiles.map((_, place) => (place === 0 ? 1 : 0)),
  ];
  return Buffer.from(numbers.flatMap(varint));
}

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

const field = (number: number, bytes: readonly number[]): number[] => [
  number * 8 + 2,
  ...varint(bytes.length),
  ...bytes,
];

const text = (value: string): number[] => [...Buffer.from(value)];

const zigzag = (value: number): number[] => varint(value < 0 ? -value * 2 - 1 : value * 2);

/** A vector tile with one line across the layer `roads`, called `name`, in a grid of 4096. */
export function vectorTile(name: string, from: readonly number[], to: readonly number[]): Buffer {
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = to;
  const geometry = [9, ...zigzag(x0), ...zigzag(y0), 10, ...zigzag(x1 - x0), ...zigzag(y1 - y0)];
  const line = [...field(2, [0, 0]), 3 * 8, 2, ...field(4, geometry)];
  const layer = [
    ...field(1, text('roads')),
    ...field(2, line),
    ...field(3, text('name')),
    ...field(4, field(1, text(name))),
    5 * 8,
    ...varint(4096),
    15 * 8,
    2,
  ];
  return Buffer.from(field(3, layer));
}
