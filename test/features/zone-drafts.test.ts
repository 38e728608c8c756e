import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ZoneMap, ZoneMapVersion } from '../../main/contract/zones.ts';
import type { CoverageState } from '../../main/contract/zone-coverage.ts';
import {
  applicationWith,
  ask,
  type FilledApplication,
} from '../support/application-with-orders.ts';

const zone = (id: string, name: string) => ({
  id,
  name,
  colour: null,
  parts: [
    { outline: [[60.5, 56.8] as const, [60.6, 56.8] as const, [60.6, 56.9] as const], holes: [] },
  ],
  locked: false,
  hidden: false,
});

let filled: FilledApplication;

beforeEach(() => {
  filled = applicationWith(
    () => undefined,
    () => 1_760_000_000_000,
  );
});

afterEach(() => filled.close());

const core = <T>(topic: string, input: unknown = {}): Promise<T> =>
  ask<T>(filled.application, `zones.${topic}`, input);

const put = async (name: string, draft: number | null = null): Promise<void> => {
  const { revision } = await core<ZoneMap>('map');
  await core('change', { draft, revision, put: [zone('a', name)], remove: [], order: null });
};

/** The draft at hand, its zones, and all drafts by name. */
async function shown(): Promise<[string, string[], string[]]> {
  const { draft, drafts, zones } = await core<ZoneMap>('map');
  const own = drafts.find(({ id }) => id === draft)!;
  return [own.name, zones.map(({ name }) => name), drafts.map(({ name }) => name)];
}

const add = async (name: string, copyOf: number | null = null): Promise<number> =>
  (await core<{ draft: number }>('addDraft', { name, copyOf })).draft;

describe('several maps side by side', () => {
  test('each has its own zones under the same ids, and steps of its own', async () => {
    await put('Центр');
    const summer = await add('Лето', 1);
    expect(await shown()).toEqual(['Лето', ['Центр'], ['', 'Лето']]);
    await put('Центр летом');
    await core('chooseDraft', { draft: 1 });
    expect(await shown()).toEqual(['', ['Центр'], ['', 'Лето']]);
    // A step that goes back in the other one leaves this one alone.
    await core('change', {
      draft: summer,
      revision: 1,
      put: [zone('a', 'Набережная')],
      remove: [],
      order: null,
    });
    expect((await shown())[1]).toEqual(['Центр']);
    await core('chooseDraft', { draft: summer });
    expect((await shown())[1]).toEqual(['Набережная']);
  });

  test('are named apart, and taken away until they are wanted again', async () => {
    await put('Центр');
    await expect(core('removeDraft', { draft: 1 })).rejects.toMatchObject({
      code: 'zones.last-draft',
    });
    const summer = await add('Лето');
    await expect(add('лето')).rejects.toMatchObject({ code: 'zones.draft-name-taken' });
    await core('renameDraft', { draft: summer, name: 'Лето' });
    await core('renameDraft', { draft: summer, name: 'Дачи' });
    await put('Посёлок');
    await core('removeDraft', { draft: summer });
    expect(await shown()).toEqual(['', ['Центр'], ['']]);
    await core('chooseDraft', { draft: summer });
    expect(await shown()).toEqual(['Дачи', ['Посёлок'], ['', 'Дачи']]);
    await expect(core('chooseDraft', { draft: 77 })).rejects.toMatchObject({
      code: 'zones.draft-absent',
    });
  });

  test('keep versions of their own, and are rehearsed one against another', async () => {
    await put('Центр');
    await core('keep', { note: 'зима' });
    const summer = await add('Лето');
    expect((await core<ZoneMap>('map')).newest).toBeNull();
    await put('Набережная');
    await core('keep', { note: 'лето' });
    const versions = await core<ZoneMapVersion[]>('versions');
    expect(versions.map(({ draft, note }) => [draft, note])).toEqual([
      [summer, 'лето'],
      [1, 'зима'],
    ]);
    const zonesOf = async (map: object): Promise<readonly string[]> =>
      (await ask<CoverageState>(filled.application, 'zoneCoverage.open', { map })).zones;
    expect(await zonesOf({ type: 'draft' })).toEqual(['Набережная']);
    expect(await zonesOf({ type: 'draft', draft: 1 })).toEqual(['Центр']);
  });
});
