import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { webCallerOfTest } from './web-caller.ts';

const { ask, folder, own } = webCallerOfTest();

test('a transfer is fetched once and then gone', async () => {
  const handle = 'a1b2c3d4-e5f6';
  await mkdir(join(folder(), 'transfers', handle), { recursive: true });
  await writeFile(join(folder(), 'transfers', handle, "Заказы '21'.csv"), 'строка');
  const first = await ask(`/transfer/${handle}`, { headers: own() });
  expect([first.status, first.body]).toEqual([200, 'строка']);
  expect(first.headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%D1%8B%20%2721%27.csv`,
  );
  expect((await ask(`/transfer/${handle}`, { headers: own() })).status).toBe(404);
  await expect.poll(() => readdir(join(folder(), 'transfers'))).toEqual([]);
});

test.each(['short', '..%2ftransfers', 'a/b', `${'x'.repeat(80)}`])(
  'a handle that is none gives nothing: %s',
  async (handle) => {
    expect((await ask(`/transfer/${handle}`, { headers: own() })).status).toBe(404);
  },
);
