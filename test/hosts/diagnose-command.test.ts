import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DiagnosisReport } from '../../main/contract/diagnosis.ts';
import { createApplication } from '../../main/application.ts';
import { runCommand } from '../../main/hosts/cli/run-command.ts';
import { ask, quietOutside } from '../support/application-with-orders.ts';
import {
  configXml,
  FRONT_FILE,
  plantFolder,
  PLUGIN_FILE,
  pluginXml,
} from '../features/diagnosis/till-folder.ts';

let server: Server;
let serverUrl: string;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.end(
      '<r><serverName>cc</serverName><edition>default</edition><version>9.1.3</version></r>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/resto`;
});
afterAll(() => server.close());

async function diagnose(
  files: readonly (readonly [string, string])[],
  ...args: string[]
): Promise<Readonly<{ code: number; report: DiagnosisReport; err: string }>> {
  const folder = plantFolder(new Map(files));
  let [out, err] = ['', ''];
  const streams = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
  };
  const data = mkdtempSync(join(tmpdir(), 'desk-diagnose-'));
  const line = ['diagnose', '--data', data, '--root', folder.root, ...args];
  const code = await runCommand(line, streams);
  folder.remove();
  return { code, err, report: JSON.parse(out) as DiagnosisReport };
}

/** Starting the core's threads takes long on a busy machine. */
const START_MS = 60_000;

test(
  'a proven cause ends with 1 and one document',
  async () => {
    const { code, report, err } = await diagnose([[PLUGIN_FILE, '<config><serverUrl>http']]);
    expect(code).toBe(1);
    expect(err).toMatch(/^Файл плагина повреждён\n.+\n- Откройте вкладку «Файлы»/);
    expect(report.verdict).toMatchObject({
      type: 'cause',
      link: 'file',
      cure: { cause: 'file.not-well-formed' },
    });
  },
  START_MS,
);

test(
  'the answering server of one venue ends with 0',
  async () => {
    const files = [
      [FRONT_FILE, configXml([['serverUrl', serverUrl]])],
      [PLUGIN_FILE, pluginXml({ serverUrl })],
    ] as const;
    const { code, report } = await diagnose(files, '--venues', 'one');
    expect([code, report.verdict]).toEqual([0, { type: 'last-resort' }]);
    const states = report.links.slice(0, 5).map(({ state }) => state);
    expect(states).toEqual(['good', 'good', 'good', 'good', 'good']);
  },
  START_MS,
);

test('an identity lost since the last diagnosis is known from the history of the file', async () => {
  const data = mkdtempSync(join(tmpdir(), 'desk-diagnose-'));
  const folder = plantFolder(new Map([[PLUGIN_FILE, pluginXml({ serverUrl })]]));
  const outside = { ...quietOutside(data, Date.now), fetch: globalThis.fetch };
  const application = createApplication(outside);
  const question = { root: folder.root, brought: false, place: null, testOrder: null };
  const setUp = { venues: 'chain', callCentreUrl: serverUrl };
  const run = () => ask<DiagnosisReport>(application, 'diagnosis.run', { ...question, setUp });
  await run();
  writeFileSync(join(folder.root, PLUGIN_FILE), pluginXml({ serverUrl, id: null }));
  const { verdict } = await run();
  await application.close();
  folder.remove();
  expect(verdict).toMatchObject({ cure: { cause: 'terminal-id.lost' } });
});

test(
  'what is no folder proves nothing',
  async () => {
    for (const root of ['/none/of/these', import.meta.filename]) {
      const { code, report } = await diagnose([], '--root', root);
      expect([code, report]).toMatchObject([
        1,
        { failure: { kind: 'not-found', code: 'config-files.gone' } },
      ]);
    }
  },
  START_MS,
);

test('words that are none are refused', async () => {
  const { code, err } = await diagnose([], '--venues', 'two');
  expect(code).toBe(1);
  expect(err).toContain('--venues two');
});
