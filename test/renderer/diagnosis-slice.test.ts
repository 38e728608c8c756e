import { expect, test } from 'vitest';
import type { DiagnosisReport } from '../../main/contract/diagnosis.ts';
import { Failure } from '../../main/domain/failure.ts';
import {
  createDiagnosisSlice,
  shownLinks,
} from '../../renderer/features/diagnosis/diagnosis-slice.ts';
import { diagnosisReport, OWN_SERVER } from '../support/diagnosis-answers.ts';
import { createFakeCore } from '../support/fake-client.ts';

const QUESTION = { root: null, brought: false, place: null, testOrder: null, setUp: null };

test('links show as they are judged, then the report takes over', async () => {
  const report = diagnosisReport({ 'call-centre': OWN_SERVER });
  const { promise, resolve } = Promise.withResolvers<DiagnosisReport>();
  const core = createFakeCore({ diagnosis: { run: () => promise } });
  const slice = createDiagnosisSlice(core.client);
  const stop = slice.follow();
  const walk = slice.run(QUESTION);
  core.announce('diagnosis.progressed', { link: 'file', judged: null });
  expect(slice.getState().walking).toMatchObject({ current: 'file', judged: [] });
  const [file] = report.links;
  core.announce('diagnosis.progressed', { link: 'file', judged: file! });
  expect(shownLinks(slice.getState())).toEqual([file]);
  resolve(report);
  await walk;
  expect(slice.getState()).toMatchObject({ walking: null, report });
  expect(shownLinks(slice.getState())).toBe(report.links);
  stop();
});

test('a failure keeps the last report on the screen', async () => {
  const report = diagnosisReport();
  const core = createFakeCore({
    diagnosis: {
      last: () => report,
      run: () => {
        throw new Failure('conflict', 'diagnosis.cancelled');
      },
    },
  });
  const slice = createDiagnosisSlice(core.client);
  await slice.read();
  await slice.run(QUESTION);
  const { failure, report: shown } = slice.getState();
  expect([failure?.code, shown]).toEqual(['diagnosis.cancelled', report]);
});
