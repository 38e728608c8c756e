import { describe, expect, it } from 'vitest';
import type { MappingVersionStory } from '../../../main/contract/status-mapping.ts';
import { everywhere, mappedProgramOfTest, NOW } from '../../support/mapped-program.ts';

const { program, core, board } = mappedProgramOfTest();

describe('versions', () => {
  it('tell author, time and difference; undo walks back, restore brings any', async () => {
    const start = await board();
    await core('assignNow', { changes: [everywhere('OnWay', 'paid')] });
    const second = await board();
    await core('assignNow', { changes: [everywhere('Closed', 'ignored')] });
    await core('assignNow', { changes: [everywhere('Closed', 'ignored')] });
    await core('undoVersion');
    expect((await board()).entries).toEqual(second.entries);
    await core('undoVersion');
    expect((await board()).entries).toEqual(start.entries);
    await expect(core('undoVersion')).rejects.toMatchObject({
      code: 'status-mapping.nothing-to-undo',
    });
    await core('restore', { version: 2 });
    expect((await board()).entries).toEqual(second.entries);
    const stories = await core<MappingVersionStory[]>('versions');
    expect(stories.map(({ id, cause, sameAs }) => [id, cause, sameAs])).toEqual([
      [6, 'restore', 2],
      [5, 'undo', 1],
      [4, 'undo', 2],
      [3, 'command', null],
      [2, 'command', null],
      [1, 'default', null],
    ]);
    expect(stories[0]).toMatchObject({ validFrom: NOW });
    expect(stories[0]?.author).not.toBe('');
    expect(stories[0]?.changes).toEqual([{ ...everywhere('OnWay', 'paid'), before: 'in-work' }]);
    await expect(core('restore', { version: 77 })).rejects.toMatchObject({
      code: 'status-mapping.version-absent',
    });
  });

  it('are announced', async () => {
    const heard: unknown[] = [];
    program().application.subscribe((topic, value) => heard.push([topic, value]));
    await core('assignNow', { changes: [everywhere('OnWay', 'paid')] });
    expect(heard).toEqual([['statusMapping.changed', { version: 2 }]]);
  });
});
