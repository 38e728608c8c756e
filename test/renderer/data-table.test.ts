import { describe, expect, it, vi } from 'vitest';
import {
  completeLayout,
  resizedColumn,
  fitColumns,
  movedColumn,
  shownColumn,
  type ColumnLimits,
} from '../../renderer/shared/data-table/column-layout.ts';
import { createPageCache } from '../../renderer/shared/data-table/page-cache.ts';
import {
  countRows,
  hasRow,
  rowsBetween,
  toggledRow,
} from '../../renderer/shared/data-table/row-ranges.ts';
import {
  listTop,
  placedAt,
  scrolled,
  scrollMap,
} from '../../renderer/shared/data-table/scroll-map.ts';
import { focusedRow, NO_FOCUS } from '../../renderer/shared/data-table/table-focus.ts';
import { tableCommand } from '../../renderer/shared/data-table/table-key.ts';

const MILLION = 1_000_000;

describe('scroll map', () => {
  it('is one to one while the list fits the tallest element', () => {
    const map = scrollMap(MILLION, 28, 600);
    expect(map.canvasPx).toBe(28_000_000);
    expect(listTop(scrolled(map, 0, 27_999_400), 27_999_400)).toBe(27_999_400);
  });

  it('reaches the first and the last row of a list that is too tall', () => {
    const map = scrollMap(MILLION, 36, 600);
    expect(map.canvasPx).toBeLessThan(33_554_428);
    const end = map.canvasPx - 600;
    const atEnd = scrolled(map, 1_000_000, end);
    expect(listTop(atEnd, end)).toBe(36_000_000 - 600);
    expect(listTop(scrolled(atEnd, end, 0), 0)).toBe(0);
  });

  it('moves pixel by pixel under the wheel even where the canvas is squeezed', () => {
    const { map, scrollTop } = placedAt(scrollMap(10 * MILLION, 36, 600), 100_000_000);
    const after = scrolled(map, scrollTop, scrollTop + 60);
    expect(listTop(after, scrollTop + 60) - listTop(map, scrollTop)).toBe(60);
  });

  it.each([0, 1, 499_999, 932_077, 932_078, 999_983])('can put row %i on top', (row) => {
    const { map, scrollTop } = placedAt(scrollMap(MILLION, 36, 576), row * 36);
    expect(listTop(map, scrollTop)).toBe(row * 36);
    expect(scrollTop).toBeLessThanOrEqual(map.canvasPx - 576);
  });
});

function cacheOf(count: number, seed: readonly number[] = []) {
  const waiting: { from: number; answer: () => void; fail: () => void }[] = [];
  const failed = vi.fn<(reason: unknown) => void>();
  const load = (from: number, rows: number): Promise<number[]> =>
    new Promise((resolve, reject) => {
      const answer = (): void => resolve(Array.from({ length: rows }, (_, at) => from + at));
      waiting.push({ from, answer, fail: () => reject(new Error('gone')) });
    });
  const cache = createPageCache<number>({ count, seed, load, failed, pageRows: 100, keepPages: 8 });
  const settle = async (): Promise<void> => {
    while (waiting.length > 0) {
      waiting.shift()!.answer();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  return { cache, waiting, failed, settle };
}

describe('page cache', () => {
  it('loads what is in sight first, then ahead in the direction of scrolling', async () => {
    const { cache, waiting, settle } = cacheOf(MILLION);
    cache.want(5_010, 5_040);
    expect(waiting.map(({ from }) => from)).toEqual([5_000, 5_100]);
    await settle();
    expect(cache.rowAt(5_020)).toBe(5_020);
    expect(cache.rowAt(5_399)).toBe(5_399);
    expect(cache.rowAt(5_400)).toBeUndefined();
    cache.want(4_950, 4_980);
    await settle();
    expect(cache.rowAt(4_600)).toBe(4_600);
  });

  it('never asks for pages that went out of sight before their turn', async () => {
    const { cache, waiting, settle } = cacheOf(MILLION);
    for (let first = 0; first < 900_000; first += 30_000) cache.want(first, first + 30);
    expect(waiting).toHaveLength(2);
    await settle();
    expect(cache.rowAt(870_010)).toBe(870_010);
    expect(cache.rowAt(300_010)).toBeUndefined();
  });

  it('keeps the old rows on the screen while a refresh is under way', async () => {
    const { cache, waiting, settle } = cacheOf(50, [...Array(50).keys()]);
    cache.want(0, 20);
    expect(waiting).toHaveLength(0);
    const before = cache.version();
    cache.refresh();
    expect(waiting).toHaveLength(1);
    expect(cache.rowAt(3)).toBe(3);
    await settle();
    expect(cache.version()).toBeGreaterThan(before);
  });

  it('says when a page could not be read, and is silent once closed', async () => {
    const { cache, waiting, failed } = cacheOf(300);
    cache.want(0, 20);
    waiting[0]!.fail();
    await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
    cache.close();
    waiting[1]!.fail();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(failed).toHaveBeenCalledTimes(1);
  });
});

describe('chosen rows', () => {
  it('holds a million rows as one range and takes one out of the middle', () => {
    const all = rowsBetween(0, MILLION - 1);
    const without = toggledRow(all, 500_000);
    expect(countRows(without)).toBe(MILLION - 1);
    expect(hasRow(without, 500_000)).toBe(false);
    expect(toggledRow(without, 500_000)).toEqual(all);
  });

  it('extends from the anchor, not from the last row', () => {
    const start = focusedRow(NO_FOCUS, 10, 'alone');
    const down = focusedRow(start, 15, 'extend');
    expect(focusedRow(down, 8, 'extend').chosen).toEqual([{ from: 8, to: 10 }]);
  });
});

describe('keys', () => {
  const press = { code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  const place = { active: 10, count: 100, pageRows: 20 };
  it.each([
    ['ArrowDown', 11],
    ['PageUp', 0],
    ['PageDown', 30],
    ['End', 99],
  ])('%s goes to row %i', (key, to) => {
    expect(tableCommand({ ...press, key }, place)).toEqual({ type: 'go', to, how: 'alone' });
  });
  it('finds Ctrl+A on a Russian layout', () => {
    const russian = { ...press, key: 'ф', code: 'KeyA', ctrlKey: true };
    expect(tableCommand(russian, place)).toEqual({ type: 'all' });
  });
});

const limits: readonly ColumnLimits<'a' | 'b' | 'c'>[] = [
  { id: 'a', width: 100, minWidth: 80, maxWidth: 100, shown: true, foldRank: null },
  { id: 'b', width: 200, minWidth: 100, maxWidth: 400, shown: true, foldRank: 2 },
  { id: 'c', width: 100, minWidth: 100, maxWidth: 100, shown: true, foldRank: 1 },
];

describe('columns', () => {
  const layout = completeLayout(limits, [{ column: 'c', width: 100, shown: true }]);
  const ids = (roomPx: number) => fitColumns(limits, layout, roomPx).columns.map(({ id }) => id);

  it('puts columns that the saved arrangement does not know behind it', () => {
    expect(layout.map(({ column }) => column)).toEqual(['c', 'a', 'b']);
  });
  it('never takes over a width that is too narrow to be read', () => {
    const saved = [{ column: 'b' as const, width: 20, shown: true }];
    expect(completeLayout(limits, saved)[0]).toMatchObject({ column: 'b', width: 100 });
  });
  it('gives a column what its owner gave it, at the cost of the others', () => {
    const fitted = (places: typeof layout) =>
      fitColumns(limits, places, 400).columns.map(({ id, width }) => ({
        column: limits.find((one) => one.id === id)!,
        width,
      }));
    const widths = (places: typeof layout) =>
      Object.fromEntries(fitted(places).map(({ column, width }) => [column.id, width]));
    const before = widths(layout);
    const wider = resizedColumn(layout, fitted(layout), 'a', before.a! + 15);
    expect(widths(wider)).toEqual({ ...before, a: before.a! + 15, b: before.b! - 15 });
    const back = resizedColumn(wider, fitted(wider), 'a', before.a!);
    expect(widths(back)).toEqual(before);
    const huge = resizedColumn(layout, fitted(layout), 'c', 5000);
    expect(widths(huge)).toEqual({ a: 80, b: 100, c: 220 });
  });
  it('squeezes before it folds, and never folds what must stay', () => {
    expect(ids(300)).toEqual(['c', 'a', 'b']);
    expect(fitColumns(limits, layout, 250).folded).toEqual(['b']);
    expect(ids(10)).toEqual(['a']);
  });
  it('never needs more room than there is while something can give way', () => {
    for (let room = 80; room < 900; room += 7) {
      const all = fitColumns(limits, layout, room).columns.reduce((sum, one) => sum + one.width, 0);
      expect(all).toBeLessThanOrEqual(room);
    }
  });
  it('moves among shown columns only and keeps the last one shown', () => {
    const hidden = shownColumn(layout, 'a', false);
    const moved = movedColumn(hidden, 'b', -1);
    expect(moved.filter(({ shown }) => shown).map(({ column }) => column)).toEqual(['b', 'c']);
    const one = shownColumn(shownColumn(hidden, 'b', false), 'c', false);
    expect(one.filter(({ shown }) => shown)).toHaveLength(1);
  });
});
