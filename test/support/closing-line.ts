import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

type Counts = { passed: number; failed: number; skipped: number };

/** Ends every run with one plain line that a program can read: `N passed, N failed, N skipped`. */
class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const counts = countTests(modules);
    counts.failed += errors.length;
    const file = process.env['WRITE_TEST_COUNTS'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    for (const name of namesOfRetried(modules)) console.log(`passed only at a second try: ${name}`);
    const { passed, failed, skipped } = addEarlier(counts);
    console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
}

function countTests(modules: readonly TestModule[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    counts.failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      counts[state === 'pending' ? 'skipped' : state] += 1;
    }
  }
  return counts;
}

function namesOfRetried(modules: readonly TestModule[]): string[] {
  return modules.flatMap((module) =>
    [...module.children.allTests('passed')]
      .filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0)
      .map(({ fullName }) => `${module.relativeModuleId}: ${fullName}`),
  );
}

function addEarlier(counts: Counts): Counts {
  const earlier = JSON.parse(process.env['ADD_TEST_COUNTS'] ?? '{}') as Partial<Counts>;
  return {
    passed: counts.passed + (earlier.passed ?? 0),
    failed: counts.failed + (earlier.failed ?? 0),
    skipped: counts.skipped + (earlier.skipped ?? 0),
  };
}

// vitest takes a reporter file's default export only.
// oxlint-disable-next-line import/no-default-export
export default ClosingLine;
