import { defineConfig } from 'vitest/config';

const SOURCES_UNDER_TEST = [
  'domain',
  'contract',
  'store',
  'sources',
  'documents',
  'features',
  'hosts',
  'preload',
  'renderer',
  'demo',
  'law',
  'conformance',
  'support',
];

/** Suites with programs, windows and disks of their own: long limits, and no absolute times but in `fuzz`. */
function alone(name: string, groupOrder: number, minutes: number) {
  const limitMs = minutes * 60_000;
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.{ts,tsx}`],
      pool: 'forks' as const,
      fileParallelism: name !== 'fuzz',
      maxWorkers: 2,
      sequence: { groupOrder },
      ...(name === 'browser' ? { globalSetup: './test/support/browser-setup.ts' } : {}),
      // A slow machine may draw a page late: there a test of the window gets a second try, and says so.
      retry: name === 'browser' && process.env['CI'] === 'true' ? 1 : 0,
      testTimeout: limitMs,
      hookTimeout: limitMs,
    },
  };
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    reporters: ['default', './test/support/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/*.test.ts',
            ...SOURCES_UNDER_TEST.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
          ],
          pool: 'threads',
          sequence: { groupOrder: 0 },
          maxWorkers: 2,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      alone('browser', 1, 2),
      alone('desktop', 2, 2),
      alone('faults', 3, 5),
      alone('fuzz', 4, 5),
      alone('long', 5, 60),
    ],
  },
});
