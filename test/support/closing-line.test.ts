import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { plant, type PlantedTree, runTool } from '../law/planted-tree.ts';

const REPORTER = resolve(import.meta.dirname, 'closing-line.ts');
const IMPORTS = `import { expect, test } from 'vitest';\n`;
const PASSES = `test('passes', () => expect(1).toBe(1));\n`;

let tree: PlantedTree;
afterEach(() => tree.remove());

async function closingLine(files: Record<string, string>): Promise<string | undefined> {
  tree = await plant(files);
  const args = ['run', '--reporter', REPORTER, '--root', tree.folder, '--pool', 'threads'];
  const said = await runTool('vitest/vitest.mjs', args, tree.folder);
  return said.trimEnd().split('\n').at(-1);
}

test('counts what passed, failed and was skipped', async () => {
  const line = await closingLine({
    'one.test.ts': `${IMPORTS}${PASSES}${PASSES}test.skip('waits', () => {});\n`,
    'two.test.ts': `${IMPORTS}${PASSES}test('fails', () => expect(1).toBe(2));\n`,
  });
  expect(line).toBe('3 passed, 1 failed, 1 skipped');
});

test('a file that cannot be loaded is a failure, not silence', async () => {
  const line = await closingLine({
    'broken.test.ts': `import './not-there.ts';\n${IMPORTS}${PASSES}`,
    'one.test.ts': `${IMPORTS}${PASSES}`,
  });
  expect(line).toBe('1 passed, 1 failed, 0 skipped');
});
