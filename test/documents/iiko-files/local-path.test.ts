import { expect, test } from 'vitest';
import { requireLocalPath } from '../../../main/documents/iiko-files/local-path.ts';
import { codeOf } from '../../support/failure-of.ts';

test.each([
  ['\\\\server\\share\\config.xml', 'config-files.path-refused'],
  ['//server/share', 'config-files.path-refused'],
  ['\\\\?\\C:\\config.xml', 'config-files.path-refused'],
  ['\\\\.\\PhysicalDrive0', 'config-files.path-refused'],
  ['config.xml', 'config-files.path-refused'],
  ['../config.xml', 'config-files.path-refused'],
  ['/data/NUL', 'config-files.path-refused'],
  ['/data/con.xml', 'config-files.path-refused'],
  ['/data/COM1/config.xml', 'config-files.path-refused'],
  ['/data/LPT¹', 'config-files.path-refused'],
  ['/data/a\0b', 'config-files.path-refused'],
  ['/data/console/config.xml', 'passed'],
  ['/data/касса/', 'passed'],
])('the path %j: %s', async (path, code) => {
  expect(await codeOf(() => requireLocalPath(path))).toBe(code);
});
