import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint, type LintResult, plant, type PlantedTree, rulesIn } from './planted-tree.ts';

const uses = (path: string): string => `import { it } from '${path}';\nexport const used = [it];\n`;
const usesType = (path: string): string =>
  `import type { It } from '${path}';\nexport type Used = It[];\n`;
const THING = 'export type It = 1;\nexport const it: It = 1;\n';

/** One exporting file per place of the house. */
const PLACES: Record<string, string> = {
  'main/application.ts': THING,
  'main/outside.ts': THING,
  'main/contract/thing.ts': THING,
  'main/domain/thing.ts': THING,
  'main/features/orders/thing.ts': THING,
  'main/sources/iiko-cloud/wire.ts': THING,
  'main/sources/iiko-cloud/client.ts': THING,
  'main/store/thing.ts': THING,
  'main/documents/thing.ts': THING,
  'main/demo/thing.ts': THING,
  'main/hosts/thread/thing.ts': THING,
  'preload/thing.ts': THING,
  'renderer/app/thing.ts': THING,
  'renderer/features/orders/thing.ts': THING,
  'renderer/bridge/thing.ts': THING,
  'renderer/shared/ui/thing.ts': THING,
  'resources/locales/ru/orders.json': '{}\n',
  'test/support/thing.ts': THING,
};

/** Breaks of the law: a file in one place that uses something it must not know. */
const BREAKS: Record<string, string> = {
  'main/domain/knows-feature.ts': uses('../features/orders/thing.ts'),
  'main/domain/knows-contract.ts': uses('../contract/thing.ts'),
  'main/domain/knows-store.ts': uses('../store/thing.ts'),
  'main/domain/knows-node.ts': uses('node:fs'),
  'main/domain/knows-impure-package.ts': uses('zod'),
  'main/contract/knows-feature.ts': uses('../features/orders/thing.ts'),
  'main/contract/knows-other-package.ts': uses('temporal-polyfill'),
  'main/contract/knows-node.ts': uses('node:path'),
  'main/features/sync/knows-sibling.ts': uses('../orders/thing.ts'),
  'main/features/sync/knows-application.ts': uses('../../application.ts'),
  'main/features/sync/knows-host.ts': uses('../../hosts/thread/thing.ts'),
  'main/features/sync/knows-demo.ts': uses('../../demo/thing.ts'),
  'main/features/sync/knows-sqlite.ts': uses('better-sqlite3'),
  'main/features/sync/knows-electron.ts': uses('electron'),
  'main/features/sync/knows-updater.ts': uses('electron-updater'),
  'main/features/sync/knows-react.ts': uses('react'),
  'main/features/sync/knows-test.ts': uses('../../../test/support/thing.ts'),
  'renderer/shared/ui/knows-test.ts': uses('../../../test/support/thing.ts'),
  'main/sources/iiko-cloud/knows-store.ts': uses('../../store/thing.ts'),
  'main/sources/iiko-cloud/knows-feature.ts': uses('../../features/orders/thing.ts'),
  'main/sources/iiko-cloud/knows-contract.ts': uses('../../contract/thing.ts'),
  'main/store/knows-outside.ts': uses('../outside.ts'),
  'main/store/knows-feature.ts': uses('../features/orders/thing.ts'),
  'main/store/knows-source.ts': uses('../sources/iiko-cloud/wire.ts'),
  'main/documents/knows-store.ts': uses('../store/thing.ts'),
  'main/demo/knows-client.ts': usesType('../sources/iiko-cloud/client.ts'),
  'main/demo/knows-wire-values.ts': uses('../sources/iiko-cloud/wire.ts'),
  'main/demo/knows-store.ts': uses('../store/thing.ts'),
  'main/hosts/web/knows-feature.ts': uses('../../features/orders/thing.ts'),
  'main/hosts/web/knows-store.ts': uses('../../store/thing.ts'),
  'main/hosts/web/knows-electron.ts': uses('electron'),
  'main/hosts/web/asks-electron-later.ts': `export const app = import('electron');\n`,
  'main/features/sync/passes-sibling-on.ts': `export { it } from '../orders/thing.ts';\n`,
  'preload/knows-domain.ts': uses('../main/domain/thing.ts'),
  'preload/knows-application.ts': uses('../main/application.ts'),
  'renderer/features/sync/knows-sibling.ts': uses('../orders/thing.ts'),
  'renderer/features/sync/knows-app.ts': uses('../../app/thing.ts'),
  'renderer/features/sync/knows-core.ts': uses('../../../main/features/orders/thing.ts'),
  'renderer/features/sync/knows-node.ts': uses('node:fs'),
  'renderer/features/sync/knows-electron.ts': uses('electron'),
  'renderer/bridge/knows-feature.ts': uses('../features/orders/thing.ts'),
  'renderer/shared/ui/knows-contract.ts': uses('../../../main/contract/thing.ts'),
  'renderer/shared/ui/knows-bridge.ts': uses('../../bridge/thing.ts'),
  'renderer/app/knows-store.ts': uses('../../main/store/thing.ts'),
};

/** Lawful neighbours of the breaks: the same places using what they may. */
const LAWFUL: Record<string, string> = {
  'main/index.ts': uses('electron'),
  'main/features/sync/lawful.ts': uses('../../store/thing.ts'),
  'main/features/sync/uses-own.ts': uses('./lawful-too.ts'),
  'main/features/sync/lawful-too.ts': `${uses('../../contract/thing.ts')}export { it } from '../../sources/iiko-cloud/client.ts';\n`,
  'main/features/sync/uses-outside.ts': usesType('../../outside.ts'),
  'main/store/lawful.ts': uses('better-sqlite3'),
  'main/demo/lawful.ts': usesType('../sources/iiko-cloud/wire.ts'),
  'main/hosts/electron/lawful.ts': uses('electron'),
  'main/hosts/electron/updates.ts': uses('electron-updater'),
  'test/features/lawful.ts': uses('../../main/features/orders/thing.ts'),
  'main/hosts/start/lawful.ts': uses('../../demo/thing.ts'),
  'main/contract/lawful.ts': uses('zod'),
  'main/domain/lawful.ts': uses('libphonenumber-js'),
  'preload/lawful.ts': uses('../main/contract/thing.ts'),
  'renderer/app/lawful.ts': uses('../features/orders/thing.ts'),
  'renderer/features/orders/lawful.ts': uses('../../bridge/thing.ts'),
  'renderer/features/orders/uses-own.ts': uses('./thing.ts'),
  'renderer/shared/ui/lawful.ts': uses('../../../main/domain/thing.ts'),
};

describe('the folder law', () => {
  let tree: PlantedTree;
  let result: LintResult;

  beforeAll(async () => {
    const homeless = { 'main/somewhere-else/thing.ts': THING };
    tree = await plant({ ...PLACES, ...BREAKS, ...LAWFUL, ...homeless });
    result = await lint(tree);
  });
  afterAll(() => tree.remove());

  test('was applied to every planted file', () => {
    const scripts = [PLACES, BREAKS, LAWFUL].flatMap((files) => Object.keys(files));
    const expected = scripts.filter((path) => path.endsWith('.ts')).length + 1;
    expect(result.files).toBe(expected);
    expect(result.files).toBeGreaterThan(0);
  });

  test.each(Object.keys(BREAKS))('%s is refused', (file) => {
    expect(rulesIn(result, file)).toContain('boundaries(dependencies)');
  });

  test.each([...Object.keys(PLACES), ...Object.keys(LAWFUL)])('%s is lawful', (file) => {
    expect(rulesIn(result, file)).toEqual([]);
  });

  test('a file outside the named places is refused', () => {
    const rules = rulesIn(result, 'main/somewhere-else/thing.ts');
    expect(rules).toContain('boundaries(no-unknown-files)');
  });
});
