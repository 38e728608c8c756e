import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPmtiles } from '../../../main/documents/base-maps/open-pmtiles.ts';
import { pmtilesOf, vectorTile } from '../../support/pmtiles-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'base-map-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LINE = vectorTile('улица Ленина', [0, 2000], [4095, 2100]);
const GOOD = pmtilesOf([{ id: 0, bytes: LINE }], 1, {
  vector_layers: [{ id: 'roads' }, {}, null],
  attribution: '<a href="https://example.org">&copy; Карты</a>',
});

let made = 0;
function kept(bytes: Uint8Array): string {
  made += 1;
  const path = join(folder, `${made}.pmtiles`);
  writeFileSync(path, bytes);
  return path;
}

/** The good file with other bytes at a place. */
function spoilt(at: number, ...bytes: number[]): string {
  const copy = Buffer.from(GOOD);
  copy.set(bytes, at);
  return kept(copy);
}

const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'opened',
    (error: { code?: string }) => error.code,
  );

describe('a map file of the user', () => {
  it('tells what it is, and gives its tiles unpacked', async () => {
    const { tile, ...about } = await openPmtiles(kept(GOOD));
    expect(about).toEqual({
      kind: 'vector',
      minZoom: 0,
      maxZoom: 1,
      bounds: [-180, -85, 180, 85],
      layers: ['roads'],
      attribution: '© Карты',
    });
    expect(Buffer.from((await tile(0, 0, 0))!)).toEqual(LINE);
    expect(await tile(1, 0, 0)).toBeNull();
    expect(await tile(5, 0, 0)).toBeNull();
    expect(await tile(1, 2, 0)).toBeNull();
  });

  it.each([
    ['an absent file', () => join(folder, 'absent.pmtiles'), 'absent'],
    ['an empty file', () => kept(Buffer.alloc(0)), 'other'],
    ['another file', () => kept(Buffer.from('<kml>'.repeat(99))), 'other'],
    ['an older version', () => spoilt(7, 2), 'version'],
    ['no tiles of a map', () => spoilt(99, 0), 'tiles'],
    ['a file cut short', () => kept(GOOD.subarray(0, GOOD.length - 5)), 'damaged'],
    ['sections beyond the end', () => spoilt(16, 255, 255, 255, 255), 'damaged'],
    ['metadata that does not unpack', () => spoilt(30, 1), 'damaged'],
    ['zooms the wrong way round', () => spoilt(100, 9, 3), 'damaged'],
  ])('%s is refused', async (_what, path, code) => {
    expect(await codeOf(openPmtiles(path()))).toBe(`zones.base-file-${code}`);
  });

  it('a tile that grows without end is damage', async () => {
    const bomb = pmtilesOf([{ id: 0, bytes: Buffer.alloc(40 * 1024 * 1024) }], 1, {});
    const { tile } = await openPmtiles(kept(bomb));
    expect(await codeOf(tile(0, 0, 0))).toBe('zones.base-file-damaged');
  });

  it('only a path of this PC is opened', async () => {
    expect(await codeOf(openPmtiles('\\\\server\\share\\city.pmtiles'))).toBe(
      'config-files.path-refused',
    );
  });
});
