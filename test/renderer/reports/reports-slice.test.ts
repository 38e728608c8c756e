import { describe, expect, it, vi } from 'vitest';
import { Failure } from '../../../main/domain/failure.ts';
import { createReportsSlice } from '../../../renderer/features/reports/reports-slice.ts';
import { createFakeCore } from '../../support/fake-client.ts';
import { reportOf } from '../../support/invented-report.ts';
import { reportAnswers } from '../../support/report-answers.ts';

async function started(answers = reportAnswers()) {
  const core = createFakeCore({ reports: answers });
  const slice = createReportsSlice(core.client, () => '2026-01-01');
  await slice.read();
  const opened = () => core.asked.filter(({ topic }) => topic === 'reports.open');
  const settled = () => vi.waitFor(() => expect(slice.getState().reading).toBe(false));
  return { core, slice, opened, settled };
}

describe('reports', () => {
  it('ask nothing of the tables while the morning is shown', async () => {
    const { opened } = await started();
    expect(opened()).toEqual([]);
  });

  it('read a report by the core’s own day, and the line above it for both periods', async () => {
    const { slice, opened, settled } = await started();
    slice.show('channels');
    await settled();
    const asked = opened().map(({ input }) => input);
    const [month, before] = [
      { from: '2026-11-01', to: '2026-11-21' },
      { from: '2026-10-01', to: '2026-10-21' },
    ];
    expect(asked).toEqual([
      expect.objectContaining({ report: 'channels', period: month, compare: before }),
      expect.objectContaining({ report: 'pivot', period: before, by: ['day'] }),
      expect.objectContaining({ report: 'pivot', period: month, by: ['day'] }),
    ]);
    const { shown } = slice.getState();
    expect(shown).toMatchObject({ type: 'shown', tab: 'channels' });
  });

  it('keep days and narrowings from report to report, rows are each report’s own', async () => {
    const { slice, opened, settled } = await started();
    slice.show('delays');
    await settled();
    slice.setCommon({ period: { type: 'yesterday' }, comparison: 'none' });
    slice.setOnly({ dimension: 'venue', values: ['1'] });
    slice.setOwn('delays', { by: ['courier'] });
    slice.show('cancellations');
    await settled();
    expect(opened().at(-1)?.input).toMatchObject({
      report: 'cancellations',
      period: { from: '2026-11-20', to: '2026-11-20' },
      compare: null,
      only: [{ dimension: 'venue', values: ['1'] }],
      by: ['cancel-cause'],
    });
    slice.setOnly({ dimension: 'venue', values: [] });
    await settled();
    expect(opened().at(-1)?.input).toMatchObject({ only: [] });
  });

  it('drop the answer to an older question', async () => {
    const waiting: (() => void)[] = [];
    const { slice, settled } = await started({
      ...reportAnswers(),
      open: (query) =>
        query.report === 'delays'
          ? new Promise((resolve) => waiting.push(() => resolve(reportOf(query))))
          : reportOf(query),
    });
    slice.show('delays');
    slice.show('cancellations');
    await settled();
    for (const answer of waiting) answer();
    await new Promise((resolve) => setImmediate(resolve));
    expect(slice.getState().shown).toMatchObject({ tab: 'cancellations' });
  });

  it('say why there is no report, and try again', async () => {
    let broken = true;
    const { slice, settled } = await started({
      ...reportAnswers(),
      open: (query) => {
        if (broken) throw new Failure('refused', 'reports.bad-period');
        return reportOf(query);
      },
    });
    slice.show('pivot');
    await settled();
    expect(slice.getState().shown).toMatchObject({
      type: 'failed',
      failure: { code: 'reports.bad-period' },
    });
    broken = false;
    await slice.read();
    expect(slice.getState().shown).toMatchObject({ type: 'shown' });
  });

  it('hear of new orders without moving anything, and read anew when reports changed', async () => {
    const { core, slice, opened, settled } = await started();
    slice.show('pivot');
    await settled();
    const stop = slice.follow();
    const count = opened().length;
    core.announce('orders.changed', { ids: [1], created: 1, changed: 0, alarms: [] });
    expect(slice.getState().stale).toBe(true);
    expect(opened()).toHaveLength(count);
    core.announce('reports.changed', null);
    await vi.waitFor(() => expect(opened()).toHaveLength(count + 1), { timeout: 3000 });
    stop();
  });
});
