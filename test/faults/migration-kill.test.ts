import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkStoreFile } from '../../main/store/check-store-file.ts';
import { closeDb, openWritable, storePath } from '../../main/store/database.ts';
import { STORE_VERSION } from '../../main/store/migrate.ts';
import { KEPT_ORDERS, makeStoreOfVersion } from '../support/store-of-version.ts';
import { testCount } from '../support/test-count.ts';
import { newFolder, removeFolder } from './support/chain-desk.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('./support/migrating-program.ts'));
const LAST = STORE_VERSION - 1;

/** Which step of an upgrade from schema 1 is cut: the first, the last and some between. */
const CUT = [...new Set([0, LAST - 1, ...Array.from({ length: testCount(1, LAST) }, (_, n) => n)])];

it.each(CUT)(
  'killed in the middle of step %i of an upgrade, the next start finishes it',
  (step) => {
    const folder = newFolder('migration');
    const path = storePath(folder);
    makeStoreOfVersion(path, 1);
    const { signal } = spawnSync(process.execPath, [PROGRAM, path, String(step)]);
    expect(signal).toBe('SIGKILL');
    expect(checkStoreFile(path)).toEqual({ fault: null, version: 1 + step, orders: KEPT_ORDERS });
    closeDb(openWritable(path));
    expect(checkStoreFile(path)).toMatchObject({
      fault: null,
      version: STORE_VERSION,
      orders: KEPT_ORDERS,
    });
    const { fault } = checkStoreFile(join(folder, 'backups', copyName()));
    expect(fault).toBeNull();
    removeFolder(folder);

    function copyName(): string {
      const day = new Date().toISOString().slice(0, 10);
      return `before-v${STORE_VERSION}-from-v1-${day}.sqlite`;
    }
  },
);
