import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completeness, SyncLogEntry } from '../../../main/contract/sync.ts';
import { useFormat, type Format } from '../../shared/format/use-format.ts';
import { failureText } from '../../shared/ui/failure-text.ts';

type Params = Readonly<Record<string, string | number>>;

/** Values that are moments, whatever the code. */
const MOMENTS = new Set(['at', 'until', 'rereadAt', 'from', 'to', 'retryAt', 'nextAt']);
/** No count is this large; every moment since 2001 is. */
const EARLIEST_MOMENT = 1_000_000_000_000;

/** Values that are codes of our own, each with a text. */
function codeText(i18n: i18n, key: string, value: string, params: Params): string {
  if (key === 'failure')
    return failureText(i18n, { kind: 'unexpected', code: value, params }).title;
  if (key === 'path') return pathText(i18n, value);
  const named = `sync.dictionary.${value}`;
  return key === 'kind' && i18n.exists(named) ? i18n.t(named) : value;
}

const REPORT = '-report';

/** «iikoServer», or «iikoServer, отчёт» for its own report. */
export function pathText(i18n: i18n, path: string): string {
  const vendor = path.endsWith(REPORT) ? path.slice(0, -REPORT.length) : path;
  const key = `joining.vendor.${vendor}`;
  const name = i18n.exists(key) ? i18n.t(key) : vendor;
  return vendor === path ? name : i18n.t('sync.paths.report', { name });
}

/** The values of a text as people read them: moments as times, large numbers with thin spaces. */
export function shownParams(params: Params, i18n: i18n, format: Format): Params {
  const shown = ([key, value]: readonly [string, string | number]): string | number => {
    if (typeof value !== 'number') return codeText(i18n, key, value, params);
    // Kopecks: a difference of one must show.
    if (key.endsWith('umMinor')) return format.exactMoney(value, 'RUB');
    if (MOMENTS.has(key) && value > EARLIEST_MOMENT) return format.moment(value);
    return key === 'count' ? value : format.number(value);
  };
  return Object.fromEntries(Object.entries(params).map((one) => [one[0], shown(one)]));
}

/** An entry of the log in a sentence; a code nobody wrote a text for is told by its kind. */
export function logText(i18n: i18n, format: Format, entry: SyncLogEntry): string {
  const key = `sync.log.${entry.code}`;
  const params = shownParams(entry.params, i18n, format);
  if (i18n.exists(key, params)) return i18n.t(key, params);
  const described = { kind: 'unexpected' as const, code: entry.code, params };
  const known = i18n.exists(`failure.${entry.code}`, params);
  return known
    ? failureText(i18n, described).title
    : i18n.t('sync.journal.other', { code: entry.code });
}

/** Why a day is not proven, in a sentence; '' when it is. */
export function reasonText(i18n: i18n, format: Format, statement: Completeness): string {
  if (statement.reason === '') return '';
  const params = shownParams(statement.params, i18n, format);
  const key = `sync.reason.${statement.reason}`;
  return i18n.exists(key, params) ? i18n.t(key, params) : i18n.t('sync.reason.other');
}

/** Why something is in quarantine. */
export function quarantineText(i18n: i18n, reason: string): string {
  const key = [`failure.${reason}`, `failure.quarantine.${reason}`].find((one) => i18n.exists(one));
  return key === undefined ? i18n.t('sync.quarantine.unknown') : i18n.t(key);
}

/** The texts of sync in the language of the window. */
export function useSyncTexts(): Readonly<{
  log(entry: SyncLogEntry): string;
  reason(statement: Completeness): string;
  quarantine(reason: string): string;
}> {
  const { i18n, t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      log: (entry) => logText(i18n, format, entry),
      reason: (statement) => reasonText(i18n, format, statement),
      quarantine: (reason) => quarantineText(i18n, reason),
    }),
    // `t` changes with the language, `i18n` does not.
    // oxlint-disable-next-line react/exhaustive-deps
    [i18n, format, t],
  );
}
