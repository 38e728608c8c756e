import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint, type LintResult, plant, type PlantedTree, rulesIn } from './planted-tree.ts';

const lines = (count: number, line: string): string => `${line}\n`.repeat(count);
const longFunction = (count: number): string =>
  `export function long(list: string[]): void {\n${lines(count, "  list.push('a');")}}\n`;
const longComponent = (count: number): string =>
  `export function Long() {\n  const list: string[] = [];\n${lines(count, "  list.push('a');")}` +
  `  return <p>{list}</p>;\n}\n`;

const ORDER = `import type { Stage } from './stage-of-test.ts';\n`;

/** Rule that must report, file it is planted in, text that breaks it. */
const BREAKS: readonly (readonly [rule: string, file: string, text: string])[] = [
  [
    'typescript(no-floating-promises)',
    'main/domain/floating.ts',
    `async function later(): Promise<void> {}\nexport function go(): void {\n  later();\n}\n`,
  ],
  [
    'typescript(no-misused-promises)',
    'main/domain/misused.ts',
    `async function later(): Promise<boolean> {\n  return true;\n}\nexport const odd: boolean = later() ? true : false;\n`,
  ],
  [
    'typescript(switch-exhaustiveness-check)',
    'main/domain/forgets-a-case.ts',
    `${ORDER}export function forget(stage: Stage): number {\n  switch (stage) {\n    case 'new':\n      return 1;\n  }\n  return 0;\n}\n`,
  ],
  [
    'typescript(no-unsafe-member-access)',
    'main/domain/unsafe-any.ts',
    `export const size = (JSON.parse('{}') as { a: any }).a.length as number;\n`,
  ],
  [
    'import(no-dynamic-require)',
    'main/domain/imports-what-it-is-told.ts',
    'export const open = (path: string): Promise<unknown> => import(path);\n',
  ],
  [
    'typescript(no-unsafe-return)',
    'main/domain/unsafe-return.ts',
    `export function read(): string {\n  return JSON.parse('1');\n}\n`,
  ],
  [
    'typescript(no-explicit-any)',
    'main/domain/any.ts',
    `export const loose = (value: any): string => String(value);\n`,
  ],
  [
    'typescript(explicit-module-boundary-types)',
    'main/domain/untyped-border.ts',
    `export function one() {\n  return 1;\n}\n`,
  ],
  [
    'import(no-default-export)',
    'main/domain/default-export.ts',
    `export default function one(): number {\n  return 1;\n}\n`,
  ],
  [
    'import(no-cycle)',
    'main/domain/hen.ts',
    `import { egg } from './egg.ts';\nexport const hen = (): unknown => egg;\n`,
  ],
  ['unicorn(filename-case)', 'main/domain/camelCase.ts', `export const one = 1;\n`],
  ['eslint(max-lines)', 'main/domain/long-file.ts', lines(251, 'export {};')],
  ['eslint(max-lines-per-function)', 'main/domain/long-function.ts', longFunction(40)],
  ['eslint(max-lines-per-function)', 'renderer/app/long-component.tsx', longComponent(60)],
  ['eslint(no-console)', 'main/features/orders/chatty.ts', `console.log('order');\n`],
  ['eslint(no-console)', 'renderer/app/chatty.ts', `console.log('order');\n`],
  ['eslint(no-eval)', 'main/domain/evaluates.ts', `export const two: unknown = eval('1 + 1');\n`],
  [
    'react-hooks(rules-of-hooks)',
    'renderer/app/hook-in-branch.tsx',
    `import { useState } from 'react';\nexport function Odd({ on }: { on: boolean }) {\n  if (on) {\n    useState(1);\n  }\n  return null;\n}\n`,
  ],
  [
    'react(no-danger)',
    'renderer/app/raw-html.tsx',
    `export const Raw = ({ html }: { html: string }) => (\n  <p dangerouslySetInnerHTML={{ __html: html }} />\n);\n`,
  ],
  [
    'jsx-a11y(alt-text)',
    'renderer/app/nameless-image.tsx',
    `export const Picture = () => <img src="a.png" />;\n`,
  ],
  [
    'directive',
    'main/domain/idle-directive.ts',
    `// oxlint-disable-next-line no-eval\nexport const one = 1;\n`,
  ],
];

const LAWFUL: Record<string, string> = {
  'main/domain/stage-of-test.ts': `export type Stage = 'new' | 'cooking';\n`,
  'main/domain/egg.ts': `import { hen } from './hen.ts';\nexport const egg = (): unknown => hen;\n`,
  'main/domain/short-function.ts': longFunction(38),
  'main/hosts/cli/says.ts': `console.log('{}');\n`,
  'main/hosts/start/says.ts': `console.log('Started');\n`,
  'renderer/app/component.tsx': longComponent(56),
  'test/domain/long.test.ts': longFunction(100),
  'vite.config.ts': `export default {};\n`,
};

describe('each rule of the linter bites', () => {
  let tree: PlantedTree;
  let result: LintResult;

  beforeAll(async () => {
    const breaks = Object.fromEntries(BREAKS.map(([, file, text]) => [file, text]));
    tree = await plant({ ...breaks, ...LAWFUL });
    result = await lint(tree);
  });
  afterAll(() => tree.remove());

  test('every planted file was looked at', () => {
    expect(result.files).toBe(BREAKS.length + Object.keys(LAWFUL).length);
  });

  test.each(BREAKS)('%s in %s', (rule, file) => {
    expect(rulesIn(result, file)).toContain(rule);
  });

  // The egg takes part in the planted cycle on purpose.
  test.each(Object.keys(LAWFUL).filter((file) => !file.endsWith('egg.ts')))('%s passes', (file) => {
    expect(rulesIn(result, file)).toEqual([]);
  });
});
