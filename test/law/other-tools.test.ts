import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plant, type PlantedTree, runTool } from './planted-tree.ts';

const FILES: Record<string, string> = {
  'main/hosts/start/index.ts': `import { used } from '../../domain/used.ts';\nconsole.log(used);\n`,
  'main/domain/used.ts': `export const used = 1;\nexport const forgotten = 2;\n`,
  'main/domain/orphan.ts': `export const orphan = 1;\n`,
  'main/domain/mistyped.ts': `export const count: number = 'one';\n`,
  'main/domain/unindexed.ts': `export const first = (list: number[]): number => list[0];\n`,
  'main/domain/enumerates.ts': `export enum Size {\n  Small,\n}\n`,
  'main/domain/ugly.ts': `export const a={b:"c"}\n`,
};

describe('the other tools bite', () => {
  let tree: PlantedTree;

  beforeAll(async () => {
    tree = await plant(FILES);
  });
  afterAll(() => tree.remove());

  test('knip names the orphan file and the unused export, not what is used', async () => {
    const report = await runTool('knip/bin/knip.js', ['--no-config-hints'], tree.folder);
    expect(report).toContain('main/domain/orphan.ts');
    expect(report).toMatch(/forgotten\s.*main\/domain\/used\.ts/);
    expect(report).not.toMatch(/^used\s/m);
  });

  test('the compiler is strict: types, indexes, erasable syntax', async () => {
    const report = await runTool('typescript/bin/tsc', ['--noEmit'], tree.folder);
    expect(report).toContain('mistyped.ts');
    expect(report).toContain('unindexed.ts');
    expect(report).toContain('enumerates.ts');
    expect(report).not.toContain('used.ts');
  });

  test('the formatter names the ugly file only', async () => {
    const report = await runTool('oxfmt/bin/oxfmt', ['--check', 'main'], tree.folder);
    expect(report).toContain('main/domain/ugly.ts');
    expect(report).not.toContain('main/domain/used.ts');
  });
});
