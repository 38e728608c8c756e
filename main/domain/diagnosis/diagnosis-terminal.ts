import type {
  PluginLogEvidence,
  TerminalIdEvidence,
  TerminalIdSighting,
  TillLogEvidence,
} from './diagnosis-evidence.ts';
import { broken, fact, good, unknown, type LinkJudgement } from './diagnosis-link.ts';

const GUID = /^[{(]?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}[)}]?$/i;
const ZERO = /^[{(]?[0-]+[)}]?$/;
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/** Written the same way whatever the braces and letters. */
export const comparableGuid = (text: string): string =>
  text
    .trim()
    .replace(/[{}()-]/g, '')
    .toLowerCase();

/** The terminal has one identity of its own, the one it had before (F4). */
export function judgeTerminalId(
  values: readonly string[],
  { sightings, elsewhere }: TerminalIdEvidence,
  log: PluginLogEvidence,
): LinkJudgement {
  const [id] = values;
  const before = sightings.findLast(({ value }) => id === undefined || !isSameGuid(value, id));
  if (id === undefined) {
    if (before === undefined) return broken('terminal-id.absent');
    return broken('terminal-id.lost', { was: before.value, seenAt: before.lastSeenAt });
  }
  if (new Set(values.map(comparableGuid)).size > 1) {
    return broken('terminal-id.twice', { first: id, second: values[1] ?? '' });
  }
  if (!GUID.test(id) || ZERO.test(id)) return broken('terminal-id.not-guid', { value: id });
  const [twin] = elsewhere;
  if (twin !== undefined) return broken('terminal-id.shared', { id, path: twin });
  const current = sightings.find(({ value }) => isSameGuid(value, id));
  if (before && !isSettled(current)) return judgeChanged(id, before, log);
  const again = current !== undefined && current.lastSeenAt > current.firstSeenAt;
  return good(fact(again ? 'terminal-id-same' : 'terminal-id-first-seen', { id }));
}

const isSameGuid = (left: string, right: string): boolean =>
  comparableGuid(left) === comparableGuid(right);

/** An identity that stood for a week has long been registered. */
const isSettled = (current: TerminalIdSighting | undefined): boolean =>
  current !== undefined && current.lastSeenAt - current.firstSeenAt > WEEK_MS;

/** A new identity is right after a new registration: only the log proves that there was none. */
function judgeChanged(
  id: string,
  before: TerminalIdSighting,
  log: PluginLogEvidence,
): LinkJudgement {
  const params = { id, was: before.value, seenAt: before.lastSeenAt };
  const found = log.type === 'read' ? log.findings : [];
  const refused = found.find(({ cause }) => cause === 'log.not-registered');
  if (refused) {
    return broken('terminal-id.changed', params, [fact('log-line', { line: refused.line })]);
  }
  return unknown('terminal-id-changed', true, [fact('terminal-id-changed', params)]);
}

/** The delivery terminal is the main till and knows it (C10). */
export function judgeMainTill(log: TillLogEvidence): LinkJudgement {
  if (log.type === 'absent') return unknown('till-log-absent');
  if (log.isMain === false) return broken('main-till.not-main', { path: log.path });
  if (log.mainConfigured === false) return broken('main-till.not-configured', { path: log.path });
  if (log.isMain === null && log.mainConfigured === null) return unknown('till-log-silent');
  return good(fact('main-till', { path: log.path }));
}

/** One failure is an accident; these prove something only when they come again and again. */
const PASSING = new Set([
  'log.timeout',
  'log.connection-lost',
  'log.refused',
  'log.server-error',
  'log.access-denied',
]);
const OFTEN = 2;

/** Nights without deliveries are quiet; half a day in which the till itself works is not. */
const SILENT_MS = 12 * HOUR_MS;

/** The plugin runs, and no error of its log stands after its last success. */
export function judgePluginLog(log: PluginLogEvidence, till: TillLogEvidence): LinkJudgement {
  if (log.type === 'absent') return unknown('plugin-log-absent');
  const found = log.findings.find(({ cause, count }) => !PASSING.has(cause) || count >= OFTEN);
  if (found) {
    const { cause, count, line } = found;
    return broken(cause, { count, path: log.path }, [fact('log-line', { line })]);
  }
  const tillAt = till.type === 'read' ? till.lastLineAt : null;
  if (tillAt !== null && log.lastLineAt !== null && tillAt - log.lastLineAt > SILENT_MS) {
    const hours = Math.floor((tillAt - log.lastLineAt) / HOUR_MS);
    return broken('log.plugin-stopped', { hours, path: log.path });
  }
  if (log.unexplained > 0) {
    const params = { count: log.unexplained, line: log.lastUnexplained };
    return unknown('log-unexplained', false, [fact('log-unexplained', params)]);
  }
  return good(fact('plugin-log-clean', { path: log.path }));
}
