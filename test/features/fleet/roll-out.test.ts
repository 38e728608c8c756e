import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RollOut } from '../../../main/contract/fleet.ts';
import { codeOf } from '../../support/failure-of.ts';
import { pluginFile } from '../../support/terminals-desk.ts';
import { change, fleetOfTest } from './fleet-of-tills.ts';

const tills = fleetOfTest();

const states = (rollOut: RollOut): string[] => rollOut.targets.map(({ state }) => state);

describe('a roll-out', () => {
  test('changes one terminal first, the rest when told, and takes everything back byte for byte', async () => {
    const before = tills().contents();
    const fleet = tills().open();
    const started = await fleet.start({ ...change, fileIds: await tills().targets() });
    expect(tills().timeouts()).toEqual(['30000', '10000', '10000', '10000']);
    expect(started).toMatchObject({ state: 'canary-written', author: 'Марина', running: false });
    const finished = await fleet.proceed({ rollOutId: started.id });
    expect(tills().timeouts()).toEqual(['30000', '30000', '30000', '30000']);
    expect(finished.state).toBe('finished');
    expect(tills().told.some((one) => one.running)).toBe(true);
    const [file] = await tills().targets();
    const [newest] = await tills().files.handlers.history({ fileId: file! });
    expect(newest).toMatchObject({ author: 'Марина', why: 'плохой интернет' });
    const undone = await fleet.undo({ rollOutId: started.id });
    expect(undone.state).toBe('undone');
    expect(tills().contents()).toEqual(before);
  });

  test('leaves the others alone when the first is refused, and says why', async () => {
    const rollOut = await tills()
      .open()
      .start({ ...change, value: 'долго', fileIds: await tills().targets() });
    expect(rollOut.state).toBe('canary-failed');
    expect(rollOut.targets[0]?.failure?.code).toBe('fleet.doubt.new-errors');
    expect(tills().timeouts()).toEqual(['10000', '10000', '10000', '10000']);
  });

  test('passes over a terminal that can not be written and never undoes what others wrote', async () => {
    const fleet = tills().open();
    const { id } = await fleet.start({ ...change, fileIds: await tills().targets() });
    writeFileSync(tills().paths[1]!, '<config><serverUrl>');
    const finished = await fleet.proceed({ rollOutId: id });
    expect(states(finished)).toEqual(['written', 'failed', 'written', 'written']);
    expect(finished.state).toBe('partly-finished');
    writeFileSync(tills().paths[2]!, pluginFile({ timeoutMs: '60000' }));
    const undone = await fleet.undo({ rollOutId: id });
    expect(states(undone)).toEqual(['undone', 'failed', 'failed', 'undone']);
    expect(undone.targets[2]?.failure?.code).toBe('fleet.changed-meanwhile');
    expect(tills().timeouts()).toEqual(['10000', '', '60000', '10000']);
  });

  test('refuses identities, unknown files, and whoever may not change settings', async () => {
    const fleet = tills().open();
    const fileIds = await tills().targets();
    const start = (over: object): Promise<string> =>
      codeOf(() => fleet.start({ ...change, fileIds, ...over }));
    expect(await start({ element: 'terminalId', value: 'x' })).toBe('fleet.own-setting');
    expect(await start({ fileIds: [99_999] })).toBe('fleet.unknown-file');
    expect(await codeOf(() => fleet.proceed({ rollOutId: 7 }))).toBe('fleet.unknown-roll-out');
    tills().db.raw.exec("DELETE FROM profile_right WHERE name = 'edit-settings'");
    expect(await start({})).toBe('profiles.right-missing');
  });
});
