import { expect, it } from 'vitest';
import type { ServerClient } from '../../../main/sources/iiko-server/client.ts';
import { fetchDepartments } from '../../../main/sources/iiko-server/fetch-places.ts';
import { signal } from './open-server.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const VENUE = `<corporateItemDto><id>${ID}</id><code>1</code><name>Кафе «А & Б»</name><type>DEPARTMENT</type></corporateItemDto>`;
const WHOLE = `<?xml version="1.0"?>\n<corporateItemDtoes>${VENUE}${VENUE}</corporateItemDtoes>\n`;

const told = (text: string) =>
  fetchDepartments(
    { ask: async () => ({ text, serverTime: 0 }) } as Partial<ServerClient> as ServerClient,
    signal(),
  );

it('reads what is not escaped, and takes half a list for no list', async () => {
  expect(await told(WHOLE)).toHaveLength(2);
  expect((await told(WHOLE))[0]).toEqual({ id: ID, code: '1', name: 'Кафе «А & Б»' });
  const broken = { kind: 'unreachable', code: 'iiko-server.broken-answer' };
  for (const length of [0, 5, 40, WHOLE.length - 100, WHOLE.length - 3]) {
    await expect(told(WHOLE.slice(0, length)), `${length}`).rejects.toMatchObject(broken);
  }
});
