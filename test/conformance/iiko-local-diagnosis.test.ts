import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { endsWalk, judgeLink } from '../../main/domain/diagnosis/diagnosis.ts';
import type { DiagnosisEvidence } from '../../main/domain/diagnosis/diagnosis-evidence.ts';
import { findTill } from '../../main/features/diagnosis/find-till.ts';
import { readPluginFile } from '../../main/features/diagnosis/read-plugin-file.ts';
import { PLUGIN_FILE } from '../features/diagnosis/till-folder.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/data/iiko-local/config');

/** What each hand-made file of the catalogue is about, in the words of the diagnosis. */
const EXPECTED: Readonly<Record<string, string>> = {
  'dp_declared_cp1251.xml': 'good',
  'dp_duplicate_serverurl.xml': 'file.server-url-twice',
  'dp_empty_terminal_id.xml': 'terminal-id.absent',
  'dp_entity_bomb.xml': 'file.forbidden-markup',
  'dp_localhost_low_timeout.xml': 'good',
  'dp_no_terminal_id.xml': 'terminal-id.absent',
  'dp_nul_filled.xml': 'file.nul-filled',
  'dp_ok_crlf_bom.xml': 'good',
  'dp_ok_crlf_nobom.xml': 'good',
  'dp_ok_lf.xml': 'good',
  'dp_truncated.xml': 'file.not-well-formed',
  'dp_zero_bytes.xml': 'file.empty',
};

async function judge(name: string): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'till-'));
  const path = join(root, PLUGIN_FILE);
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(FOLDER, name), path);
  const file = await readPluginFile(
    await findTill({ roots: [{ path: root, own: true }], place: null }),
  );
  const evidence = {
    file,
    terminalId: { sightings: [], elsewhere: [] },
    pluginLog: { type: 'absent' },
  } as unknown as DiagnosisEvidence;
  for (const link of ['file', 'terminal-id'] as const) {
    const judged = { link, ...judgeLink(link, evidence) };
    if (judged.state === 'broken') return judged.cause;
    if (endsWalk(judged)) return judged.state;
  }
  return 'good';
}

describe.skipIf(!existsSync(FOLDER))('the catalogue’s files of the delivery plugin', () => {
  test.each(Object.entries(EXPECTED))('%s: %s', async (name, expected) => {
    expect(await judge(name)).toBe(expected);
  });
});
