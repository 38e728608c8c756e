import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rectangle } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { catchUpOnReturn } from '../../../main/hosts/electron/catch-up.ts';
import { fitBounds } from '../../../main/hosts/electron/fit-bounds.ts';
import { keepInSight } from '../../../main/hosts/electron/keep-in-sight.ts';
import { revivePage } from '../../../main/hosts/electron/revive-page.ts';
import { drawWithoutBrokenCard } from '../../../main/hosts/electron/software-drawing.ts';
import { tellOnReturn } from '../../../main/hosts/electron/tell-on-return.ts';
import { openTexts } from '../../../main/hosts/texts.ts';
import { answeringCore as core } from '../support/answering-core.ts';
import { emitter } from '../support/electron-events.ts';

const area = (x: number, y: number, width: number, height: number): Rectangle => ({
  x,
  y,
  width,
  height,
});
const WIDE = area(0, 0, 1920, 1040);
const RIGHT = area(1920, 0, 1920, 1040);

describe('a window on screens that change', () => {
  test.each([
    ['as it was', area(40, 50, 1200, 700), [WIDE], area(40, 50, 1200, 700)],
    ['snapped, its frame over the edge', area(-7, 0, 974, 1047), [WIDE], area(-7, 0, 974, 1047)],
    ['over two screens', area(1500, 100, 1200, 700), [WIDE, RIGHT], area(1500, 100, 1200, 700)],
    ['the right one taken away', area(1500, 100, 1200, 700), [WIDE], area(720, 100, 1200, 700)],
    [
      'larger than a remote screen',
      area(0, 0, 1440, 900),
      [area(0, 0, 1366, 728)],
      area(0, 0, 1366, 728),
    ],
    ['its title above the screen', area(100, -60, 900, 700), [WIDE], area(100, 0, 900, 700)],
    [
      'a work area that begins elsewhere',
      area(0, 0, 900, 700),
      [area(80, 40, 1200, 800)],
      area(80, 40, 900, 700),
    ],
    ['on no screen', area(5000, 0, 800, 600), [WIDE], null],
    ['a corner of it', area(1850, 980, 800, 600), [WIDE], null],
  ])('%s', (_what, bounds, areas, wanted) => {
    expect(fitBounds(bounds, areas)).toEqual(wanted);
  });

  test('comes back when its screen goes while it is open', () => {
    const screen = { ...emitter(), getAllDisplays: () => [{ workArea: WIDE }] };
    const display = { workArea: area(0, 0, 1024, 728) };
    const setBounds = vi.fn<(bounds: Rectangle) => void>();
    let [bounds, minimized] = [area(100, 100, 1200, 700), false];
    const window = {
      getBounds: () => bounds,
      setBounds,
      isDestroyed: () => false,
      isMinimized: () => minimized,
      isMaximized: () => false,
    };
    keepInSight({ ...screen, getPrimaryDisplay: () => display } as never, window);
    screen.handlers.get('display-metrics-changed')!();
    expect(setBounds).not.toHaveBeenCalled();
    bounds = area(2500, 100, 1200, 700);
    minimized = true;
    screen.handlers.get('display-removed')!();
    expect(setBounds).not.toHaveBeenCalled();
    minimized = false;
    screen.handlers.get('display-removed')!();
    expect(setBounds).toHaveBeenCalledExactlyOnceWith(area(0, 0, 1024, 700));
  });
});

describe('coming back to a locked screen', () => {
  test('fetches at once, as after sleep', () => {
    const power = { ...emitter() };
    const { application, asked } = core({});
    catchUpOnReturn(power as never, application);
    power.handlers.get('resume')!();
    power.handlers.get('unlock-screen')!();
    expect(asked).toEqual(['sync.now', 'sync.now']);
  });

  test.each([
    ['ru', 'Пока экран был заблокирован', 'и ещё 2'],
    ['en', 'While the screen was locked', 'and 2 more'],
  ] as const)(
    'tells in %s what was told meanwhile once more, as one notice',
    (language, title, more) => {
      const power = emitter();
      const shown: { title: string; body: string }[] = [];
      const tell = tellOnReturn(
        power as never,
        () => openTexts(language),
        (notice) => shown.push(notice),
      );
      tell({ title: 'before', body: 'a' });
      power.handlers.get('lock-screen')!();
      for (const one of [1, 2, 3, 4, 5]) tell({ title: `late ${one}`, body: 'b' });
      expect(shown).toHaveLength(6);
      power.handlers.get('unlock-screen')!();
      expect(shown.at(-1)).toEqual({ title, body: `late 1 · b\nlate 2 · b\nlate 3 · b\n${more}` });
      power.handlers.get('lock-screen')!();
      power.handlers.get('unlock-screen')!();
      expect(shown).toHaveLength(7);
    },
  );
});

describe('a graphics card that fails', () => {
  const WEEK_MS = 7 * 86_400_000;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-card-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** One run of the program; answers whether it draws by software and how to let the card fail. */
  function run(now: number) {
    const disable = vi.fn<() => void>();
    const app = { ...emitter(), disableHardwareAcceleration: disable };
    const file = join(folder, 'window', 'drawing.json');
    drawWithoutBrokenCard(
      app as never,
      file,
      () => undefined,
      () => now,
    );
    const fail = (type: string, reason: string): void =>
      void app.handlers.get('child-process-gone')!({}, { type, reason });
    return { bySoftware: disable.mock.calls.length > 0, fail };
  }

  test('three times in a run is done without for a week', () => {
    const first = run(0);
    expect(first.bySoftware).toBe(false);
    first.fail('GPU', 'crashed');
    first.fail('GPU', 'launch-failed');
    first.fail('GPU', 'clean-exit');
    first.fail('Utility', 'crashed');
    expect(run(1).bySoftware).toBe(false);
    first.fail('GPU', 'crashed');
    expect(run(2).bySoftware).toBe(true);
    expect(run(WEEK_MS).bySoftware).toBe(false);
    expect(run(2).bySoftware).toBe(false);
  });
});

test('a page whose process died is loaded anew, but not for ever', () => {
  const reload = vi.fn<() => void>();
  const contents = { ...emitter(), reload };
  let now = 0;
  revivePage(
    contents as never,
    () => undefined,
    () => now,
  );
  const die = (reason: string): unknown =>
    contents.handlers.get('render-process-gone')!({}, { reason });
  die('clean-exit');
  for (const _ of [1, 2, 3, 4, 5]) die('crashed');
  expect(reload).toHaveBeenCalledTimes(3);
  now = 60_001;
  die('oom');
  expect(reload).toHaveBeenCalledTimes(4);
});
