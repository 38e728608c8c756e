import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { describeFile } from '../../../main/documents/iiko-files/describe-file.ts';
import { codeOf } from '../../support/failure-of.ts';
import { DELIVERY, iikoFolderOfTest, roaming } from './iiko-folder.ts';

const { folder, put } = iikoFolderOfTest();

test('a single file is known by its name, or by what it holds', async () => {
  const path = put('any', 'dp.xml');
  writeFileSync(path, '<config><terminalId>x</terminalId></config>');
  expect(await describeFile(path, null)).toMatchObject({
    kind: 'delivery-plugin',
    path,
    root: dirname(path),
    place: dirname(path),
  });
  expect(await describeFile(path, 'front')).toMatchObject({ kind: 'front' });
  const deep = put(...roaming('Касса'), 'iiko', 'CashServer', ...DELIVERY);
  expect(await describeFile(deep, null)).toMatchObject({
    kind: 'delivery-plugin',
    brand: 'iiko',
    owner: 'Касса',
    place: join(folder(), ...roaming('Касса'), 'iiko', 'CashServer'),
  });
  expect(await codeOf(() => describeFile(join(folder(), 'none', 'x.xml'), null))).toBe(
    'config-files.gone',
  );
});
