import { maskPhonesInText } from '../phone.ts';
import type { Cause } from './diagnosis-causes.ts';

/** What explains a line. The vendor publishes no list; most are .NET's own messages, which are. */
type Pattern = Readonly<{ cause: Cause; words: RegExp }>;

/** Tried in this order: the first that fits explains the line. */
const PATTERNS: readonly Pattern[] = [
  {
    cause: 'log.not-registered',
    words:
      /terminal .{0,60}(is not|isn't|not) registered|registration .{0,40}(required|not found|cancell?ed)|терминал.{0,60}не зарегистрирован|регистраци.{0,40}(отмен|не найден)/i,
  },
  {
    cause: 'log.licence',
    words:
      /licen[cs]e.{0,80}(not|expired|exceed|limit|missing|invalid)|(no|not enough).{0,40}licen[cs]e|нет.{0,40}лиценз|лиценз.{0,60}(не |истек|исчерпан|превыш)/i,
  },
  {
    cause: 'log.version',
    words:
      /version.{0,80}(mismatch|incompatib|differ|not supported|unsupported)|incompatible.{0,40}version|верси.{0,60}(не совпада|не поддержива|несовместим)/i,
  },
  {
    cause: 'log.plugin-disabled',
    words:
      /plugin.{0,80}(was |is |has been )?(disabled|blocked|stopped)|плагин.{0,60}(отключ[её]н|заблокирован)/i,
  },
  {
    cause: 'log.certificate',
    words:
      /trust relationship for the SSL|AuthenticationException|remote certificate is invalid|не удалось установить доверительные отношения/i,
  },
  {
    cause: 'log.timeout',
    words:
      /TimeoutException|operation (has )?timed out|request channel timed out|время ожидания операции|превышен[оа]? .{0,30}(врем|таймаут)/i,
  },
  {
    cause: 'log.refused',
    words:
      /actively refused|connection refused|EndpointNotFoundException|no endpoint listening|конечный компьютер отверг/i,
  },
  {
    cause: 'log.access-denied',
    words:
      /\((401|403)\)|\b(401 Unauthorized|403 Forbidden)\b|UnauthorizedAccess|access (is )?denied|отказано в доступе/i,
  },
  {
    cause: 'log.disk-full',
    words: /not enough space on the disk|disk full|недостаточно места на диске/i,
  },
  {
    cause: 'log.file-unreadable',
    words: /error in XML document|XmlException|ошибка в документе XML|ошибка в XML-документе/i,
  },
  {
    cause: 'log.out-of-memory',
    words: /OutOfMemoryException|insufficient memory|недостаточно памяти/i,
  },
  {
    cause: 'log.server-error',
    words: /\((500|502|503|504)\)|\b50[0234] (Internal|Bad Gateway|Service|Gateway)/i,
  },
  {
    cause: 'log.connection-lost',
    words:
      /connection was (closed|aborted|forcibly)|forcibly closed|remote name could not be resolved|no such host|unable to connect|CommunicationException|принудительно разорвал|не удалось разрешить|невозможно соединиться|удаленное имя/i,
  },
];

/** Lines after which earlier errors no longer count: the plugin reached its server again. */
const SUCCESS =
  /\b(connected to (the )?(server|call)|connection (is )?(established|restored)|successfully (connected|registered|synchroni[sz]ed)|deliver(y|ies) (received|updated|synchroni[sz]ed))|соединение .{0,30}(установлено|восстановлено)|доставк.{0,20}(получен|обновлен)|успешно (подключ|зарегистр|синхрониз)/i;

const ERROR_LEVEL = /\b(ERROR|FATAL)\b|^\S*\s*\[?(ERROR|FATAL)/;
const ANY_LEVEL = /\b(ERROR|FATAL|WARN(ING)?|INFO|DEBUG|TRACE)\b/;
const STAMP = /(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)/;

/** An explained kind of error: how often it struck since the last success, and its last line. */
export type LogFinding = Readonly<{
  cause: Cause;
  count: number;
  /** The log's own clock as if it were UTC: comparable with other lines of the same PC only. */
  lastAt: number | null;
  /** One line, cut and without phone numbers. */
  line: string;
}>;

/** What a log tells: its newest line, the causes recognised in it, and how many errors nothing explains. */
export type LogReading = Readonly<{
  lastLineAt: number | null;
  findings: readonly LogFinding[];
  unexplained: number;
  lastUnexplained: string;
}>;

/** The log's own clock of a line as if it were UTC milliseconds; null when it carries none. */
export function stampOf(line: string): number | null {
  const found = STAMP.exec(line.slice(0, 80));
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number);
  return Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
}

/** Explains what went wrong since the last success. Lines without a level belong to the one before. */
export function explainLog(lines: readonly string[]): LogReading {
  const found = new Map<Cause, LogFinding>();
  let [lastLineAt, unexplained, lastUnexplained, wrong]: [number | null, number, string, boolean] =
    [null, 0, '', false];
  for (const line of lines) {
    const at = stampOf(line);
    lastLineAt = at ?? lastLineAt;
    if (SUCCESS.test(line) && !ERROR_LEVEL.test(line)) {
      found.clear();
      [unexplained, lastUnexplained, wrong] = [0, '', false];
      continue;
    }
    if (ANY_LEVEL.test(line.slice(0, 120))) wrong = ERROR_LEVEL.test(line.slice(0, 120));
    if (!wrong) continue;
    const cause = PATTERNS.find(({ words }) => words.test(line))?.cause;
    if (cause) found.set(cause, addTo(found.get(cause), cause, lastLineAt, line));
    else if (at !== null) [unexplained, lastUnexplained] = [unexplained + 1, excerptOf(line)];
  }
  return { lastLineAt, findings: recentOf(found, lastLineAt), unexplained, lastUnexplained };
}

function addTo(
  before: LogFinding | undefined,
  cause: Cause,
  lastAt: number | null,
  line: string,
): LogFinding {
  const again = before !== undefined && isSoonAfter(before.lastAt, lastAt);
  return { cause, count: again ? before.count + 1 : 1, lastAt, line: excerptOf(line) };
}

/** Success may be told in words that we do not know: what is older than a day proves nothing. */
const DAY_MS = 86_400_000;

const isSoonAfter = (earlier: number | null, later: number | null): boolean =>
  earlier !== null && later !== null && later - earlier <= DAY_MS;

const recentOf = (
  found: ReadonlyMap<Cause, LogFinding>,
  lastLineAt: number | null,
): readonly LogFinding[] =>
  [...found.values()]
    .filter(({ lastAt }) => isSoonAfter(lastAt, lastLineAt))
    .toSorted((left, right) => (right.lastAt ?? 0) - (left.lastAt ?? 0));

const LONGEST_LINE = 240;

const excerptOf = (line: string): string => maskPhonesInText(line.trim().slice(0, LONGEST_LINE));
