import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { changeConfig, rewriteConfig } from '../../main/documents/iiko-files/change-config.ts';
import { decodedOf, kindOfFile, openConfig } from '../../main/documents/iiko-files/open-config.ts';
import { checkConfig } from '../../main/domain/config-files/check-config.ts';
import { NOTHING_KNOWN } from '../../main/domain/config-files/config-topology.ts';
import type { Failure } from '../../main/domain/failure.ts';

/** Hand-made files, good, awkward and broken (`iiko-local.md` 1); absent outside this workplace. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/data/iiko-local/config');

type Ending = Readonly<{ kind: string; findings: readonly string[] }> | string;

const UNKNOWN = ['note unknown-element unknownVendorFlag', 'note unknown-element emptyValue'];

const plugin = (...findings: string[]): Ending => ({ kind: 'delivery-plugin', findings });
const front = (...findings: string[]): Ending => ({
  kind: 'front',
  findings: [...findings, ...UNKNOWN],
});

/** How each file ends: what the rules find, or the code it is refused with. */
const ENDINGS: Readonly<Record<string, Ending>> = {
  'backclient.config.xml': { kind: 'backclient', findings: [] },
  'dp_declared_cp1251.xml': plugin(),
  'dp_duplicate_serverurl.xml': plugin('error duplicate-element serverUrl[2]'),
  'dp_empty_terminal_id.xml': plugin('error terminal-id-empty terminalId'),
  'dp_entity_bomb.xml': 'document.xml.doctype',
  'dp_localhost_low_timeout.xml': plugin(
    'note call-centre-unknown serverUrl',
    'note timeout-below-recommended serviceMethodTimeoutMilliseconds',
  ),
  'dp_no_terminal_id.xml': plugin('warning terminal-id-missing terminalId'),
  'dp_nul_filled.xml': 'document.nulled',
  'dp_ok_crlf_bom.xml': plugin(),
  'dp_ok_crlf_nobom.xml': plugin(),
  'dp_ok_lf.xml': plugin(),
  'dp_truncated.xml': 'document.xml.truncated',
  'dp_zero_bytes.xml': 'document.empty',
  'front_courier_terminal.xml': {
    kind: 'front',
    findings: [...UNKNOWN, 'note hand-card-rights AllowHandCardRoll'],
  },
  'front_plain.xml': front(),
  'front_wrong_case_bool.xml': front('error boolean-spelling AllowHandCardRoll'),
  'front_wrong_element_case.xml': front('warning wrong-case allowHandCardRoll'),
  'resto.properties': {
    kind: 'resto-properties',
    findings: ['note unknown-element some-other-key'],
  },
};

const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];

function endingOf(name: string): Ending {
  const bytes = readFileSync(join(FOLDER, name));
  try {
    const kind = kindOfFile(name, bytes);
    const { entries } = openConfig(kind, bytes);
    const findings = checkConfig(kind, entries, NOTHING_KNOWN).map(
      ({ level, code, element }) => `${level} ${code} ${element}`,
    );
    return { kind, findings };
  } catch (error) {
    return (error as Failure).code;
  }
}

test.skipIf(names.length === 0)('every sample file has an ending that is expected', () => {
  expect(Object.fromEntries(names.map((name) => [name, endingOf(name)]))).toEqual(ENDINGS);
});

const sound = names.filter((name) => typeof ENDINGS[name] === 'object');
const byteText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test.skipIf(names.length === 0).each(sound)(
  '%s: an edit and its opposite leave every byte',
  (name) => {
    const bytes = readFileSync(join(FOLDER, name));
    const kind = kindOfFile(name, bytes);
    const document = openConfig(kind, bytes);
    const before = byteText(bytes);
    expect(byteText(rewriteConfig(document, decodedOf(document).text))).toBe(before);
    // An element that closed itself has an end tag afterwards; every other is the same again.
    const plain = document.entries.filter((one) => !one.group && !one.nil && one.value !== '');
    for (const { address, value } of plain) {
      const there = changeConfig(document, [{ element: address, value: `${value}7` }]);
      expect([address, there.length]).toEqual([address, bytes.length + 1]);
      const back = changeConfig(openConfig(kind, there), [{ element: address, value }]);
      expect(byteText(back)).toBe(before);
    }
  },
);
