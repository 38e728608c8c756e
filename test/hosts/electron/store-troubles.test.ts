import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { offerRestore } from '../../../main/hosts/electron/offer-restore.ts';
import { tellStore } from '../../../main/hosts/electron/tell-store.ts';
import { openTexts } from '../../../main/hosts/texts.ts';
import { closeDb, openWritable } from '../../../main/store/database.ts';
import { readRestore } from '../../../main/store/restore-backup.ts';
import { answeringCore as core } from '../support/answering-core.ts';

const texts = openTexts('ru');

test('troubles of the store are told once each', async () => {
  const answers = { 'backups.state': { low: true, check: null, failure: null } as object };
  const { application, tell, asked } = core(answers);
  const shown: string[] = [];
  tellStore(
    application,
    () => texts,
    ({ body }) => shown.push(body),
  );
  tell('backups.changed');
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]).toContain('мало места');
  answers['backups.state'] = { low: true, check: { at: 1, fault: 'page 7' }, failure: null };
  tell('backups.changed');
  await vi.waitFor(() => expect(shown).toHaveLength(2));
  expect(shown[1]).toContain('page 7');
  expect(asked).toHaveLength(2);
});

test('a damaged store is offered its newest copy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-damaged-'));
  const asked = (answer: number) => {
    const showMessageBoxSync = vi.fn<(options: { detail: string }) => number>(() => answer);
    const wanted = offerRestore({ showMessageBoxSync } as never, texts, folder, 'Повреждена.');
    return { wanted, calls: showMessageBoxSync.mock.calls.length };
  };
  expect(asked(0)).toEqual({ wanted: false, calls: 0 });
  closeDb(openWritable(join(folder, 'backups', 'asked-1.sqlite')));
  expect(asked(1)).toEqual({ wanted: false, calls: 1 });
  expect(readRestore(folder)).toBeNull();
  expect(asked(0)).toEqual({ wanted: true, calls: 1 });
  expect(readRestore(folder)).toBe(join(folder, 'backups', 'asked-1.sqlite'));
  rmSync(folder, { recursive: true, force: true });
});
