import { describe, expect, test } from 'vitest';
import type { SyncLogEntry } from '../../../main/contract/sync.ts';
import { createFormat } from '../../../renderer/shared/format/use-format.ts';
import { createI18n } from '../../../renderer/shared/i18n/create-i18n.ts';
import { logText, quarantineText, reasonText } from '../../../renderer/features/sync/sync-texts.ts';
import { statement } from '../../support/idle-answers.ts';

const entry = (code: string, params: SyncLogEntry['params'] = {}): SyncLogEntry => ({
  id: 1,
  at: 1,
  connectionId: 1,
  runId: 1,
  level: 'info',
  correlationId: null,
  code,
  params,
});

const REASONS = [
  'first-import',
  'chain-broken',
  'chain-broken-reread',
  'not-yet-over',
  'window-pending',
  'chain-behind',
  'outside-history',
  'quarantined',
  'venue-unknown',
  'difference',
  'confirming',
  'paths-disagree',
  'vanished',
  'not-chosen',
  'changed-later',
];

const i18ns = { ru: await createI18n('ru'), en: await createI18n('en') };

describe.each(['ru', 'en'] as const)('texts of sync in %s', (language) => {
  const i18n = i18ns[language];
  const format = createFormat(i18n.t, language, 'Europe/Moscow');

  test.each(REASONS)('the reason %s has its own sentence, filled in', (reason) => {
    const params = { count: 3, at: 1_800_000_000_000, until: 1_800_000_000_000, why: 'behind' };
    const text = reasonText(i18n, format, statement({ state: 'unproven', reason, params }));
    expect(text).not.toBe(i18n.t('sync.reason.other'));
    expect(text).not.toMatch(/\{\{|1800000000000/);
  });

  test('a dictionary that failed is named in words, with its failure', () => {
    const params = { kind: 'courier', failure: 'iiko-cloud.timeout' };
    const text = logText(i18n, format, entry('dictionary-failed', params));
    expect(text).not.toContain('courier');
    expect(text).not.toContain('iiko-cloud.timeout');
  });

  test('a failure is told by its own text, and a code nobody knows still says something', () => {
    const told = logText(i18n, format, entry('iiko-cloud.timeout'));
    expect(told.length).toBeGreaterThan(10);
    expect(i18n.t('failure.iiko-cloud.timeout')).toContain(told);
    expect(logText(i18n, format, entry('news-from-tomorrow'))).toContain('news-from-tomorrow');
  });

  test('numbers are grouped', () => {
    const params = { seen: 9064, created: 9064, changed: 0 };
    expect(logText(i18n, format, entry('run-done', params))).toContain(format.number(9064));
  });

  test('quarantine says why, in both spellings of its code', () => {
    const text = i18n.t('failure.quarantine.no-id');
    expect(quarantineText(i18n, 'quarantine.no-id')).toBe(text);
    expect(quarantineText(i18n, 'no-id')).toBe(text);
    expect(quarantineText(i18n, 'x')).toBe(i18n.t('sync.quarantine.unknown'));
  });
});
