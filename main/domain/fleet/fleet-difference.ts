import {
  comparable,
  type FleetFile,
  type FleetSetting,
  type FleetTerminal,
  type FleetValue,
  type FleetValueType,
} from './fleet-terminal.ts';

/**
 * Why a cell stands out: `differs` from the most frequent value, `missing` where others have it,
 * `extra` where others have none, `duplicate` of what may stand once, `shared` identity of two
 * terminals, `wrong-case` of a known name, `unknown` to us, `not-advised`, and files that are
 * `absent` or `unreadable`.
 */
export type FleetMark =
  | 'differs'
  | 'missing'
  | 'extra'
  | 'duplicate'
  | 'shared'
  | 'wrong-case'
  | 'unknown'
  | 'not-advised'
  | 'absent'
  | 'unreadable';

/** What one terminal says about one setting. */
export type FleetCell = Readonly<{
  terminalId: string;
  /** Null: this terminal has no such file. */
  fileId: number | null;
  values: readonly string[];
  recommended: string | null;
  marks: readonly FleetMark[];
}>;

/** One setting over all terminals. `majority` null: most have none; own settings have no majority. */
export type FleetRow = Readonly<{
  kind: string;
  element: string;
  known: boolean;
  type: FleetValueType;
  own: boolean;
  majority: string | null;
  /** Terminals whose cell stands out. */
  differing: number;
  cells: readonly FleetCell[];
}>;

/** Marks that say a terminal is not like the others; the rest are only notes. */
const STANDS_OUT: ReadonlySet<FleetMark> = new Set<FleetMark>([
  'differs',
  'missing',
  'extra',
  'duplicate',
  'shared',
  'wrong-case',
  'absent',
  'unreadable',
]);

/** Between several values of one element; can not occur in a file of settings. */
const BETWEEN = '\u0000';

/**
 * Compares terminals: one row a setting, known ones first in their order, then unknown ones by name.
 * A kind of file that no terminal has gives no rows.
 */
export function fleetDifference(
  terminals: readonly FleetTerminal[],
  settings: readonly FleetSetting[],
): readonly FleetRow[] {
  return [...settings, ...unknownSettings(terminals, settings)]
    .filter((setting) => terminals.some((one) => fileOf(one, setting.kind) !== undefined))
    .map((setting) => compareSetting(terminals, setting, settings))
    .filter(({ known, cells }) => known || cells.some(({ values }) => values.length > 0));
}

/** True when the cell is unlike the others. */
export const standsOut = (cell: FleetCell): boolean =>
  cell.marks.some((mark) => STANDS_OUT.has(mark));

const fileOf = (terminal: FleetTerminal, kind: string): FleetFile | undefined =>
  terminal.files.find((file) => file.kind === kind);

function unknownSettings(
  terminals: readonly FleetTerminal[],
  settings: readonly FleetSetting[],
): readonly FleetSetting[] {
  const known = new Set(settings.map(({ kind, element }) => `${kind}${BETWEEN}${element}`));
  const found = new Map<string, FleetSetting>();
  for (const { kind, values } of terminals.flatMap(({ files }) => files)) {
    for (const { element } of values ?? []) {
      const key = `${kind}${BETWEEN}${element}`;
      if (!known.has(key)) found.set(key, { kind, element, type: 'list', own: false });
    }
  }
  const keys = [...found.keys()].toSorted();
  return keys.map((key) => found.get(key)!);
}

type Plain = Readonly<{
  terminal: FleetTerminal;
  file: FleetFile | undefined;
  value: FleetValue | undefined;
  /** What is compared; null where the element is not there. */
  compared: string | null;
}>;

function compareSetting(
  terminals: readonly FleetTerminal[],
  setting: FleetSetting,
  settings: readonly FleetSetting[],
): FleetRow {
  const plain = terminals.map((terminal) => plainOf(terminal, setting));
  const known = settings.includes(setting);
  const majority = setting.own ? null : majorityOf(plain, setting.type);
  const seen = countBy(plain);
  const meant = known ? undefined : meantBy(setting, settings);
  const cells = plain.map((one) => ({
    terminalId: one.terminal.id,
    fileId: one.file?.fileId ?? null,
    values: one.value?.values ?? [],
    recommended: one.value?.recommended ?? null,
    marks: marksOf(one, { setting, known, majority, seen, wrongCase: meant !== undefined }),
  }));
  return {
    kind: setting.kind,
    element: setting.element,
    known,
    type: setting.type,
    own: setting.own,
    majority: plain.find(({ compared }) => compared === majority)?.value?.values[0] ?? null,
    differing: cells.filter(standsOut).length,
    cells,
  };
}

/** Names are case-sensitive in these files: `allowHandCardRoll` is another, ignored element (`iiko-local.md` 1.3). */
const meantBy = (
  setting: FleetSetting,
  settings: readonly FleetSetting[],
): FleetSetting | undefined =>
  settings.find(
    ({ kind, element }) =>
      kind === setting.kind && element.toLowerCase() === setting.element.toLowerCase(),
  );

function plainOf(terminal: FleetTerminal, { kind, element, type }: FleetSetting): Plain {
  const file = fileOf(terminal, kind);
  const value = file?.values?.find((one) => one.element === element);
  const [first] = value?.values ?? [];
  const compared =
    value === undefined || first === undefined
      ? null
      : type === 'list'
        ? value.values.map((one) => one.trim()).join(BETWEEN)
        : comparable(first, type);
  return { terminal, file, value, compared };
}

function countBy(plain: readonly Plain[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { compared } of plain)
    if (compared !== null) counts.set(compared, (counts.get(compared) ?? 0) + 1);
  return counts;
}

/** The most frequent state over readable files, absence included; of equals the advised, then one that is there. */
function majorityOf(plain: readonly Plain[], type: FleetValueType): string | null {
  const readable = plain.filter(({ file }) => file !== undefined && file.values !== null);
  const counts = new Map<string | null, number>();
  for (const { compared } of readable) counts.set(compared, (counts.get(compared) ?? 0) + 1);
  const advised = new Set(
    readable.filter((one) => isAdvised(one, type)).map(({ compared }) => compared),
  );
  const rank = (value: string | null): number =>
    (counts.get(value) ?? 0) * 4 + (advised.has(value) ? 2 : 0) + (value === null ? 0 : 1);
  const [first] = [...counts.keys()].toSorted(
    (left, right) => rank(right) - rank(left) || ((left ?? '') < (right ?? '') ? -1 : 1),
  );
  return first ?? null;
}

const isAdvised = ({ value, compared }: Plain, type: FleetValueType): boolean =>
  typeof value?.recommended === 'string' &&
  type !== 'list' &&
  compared === comparable(value.recommended, type);

type Context = Readonly<{
  setting: FleetSetting;
  known: boolean;
  majority: string | null;
  seen: ReadonlyMap<string, number>;
  wrongCase: boolean;
}>;

function marksOf(one: Plain, context: Context): readonly FleetMark[] {
  if (!one.file) return ['absent'];
  if (one.file.values === null) return ['unreadable'];
  const { setting, known, wrongCase } = context;
  const marks: FleetMark[] = [];
  const place = setting.own ? ownMark(one, context.seen) : placeMark(one.compared, context);
  if (place) marks.push(place);
  const count = one.value?.values.length ?? 0;
  if (setting.type !== 'list' && count > 1) marks.push('duplicate');
  if (!known && count > 0) marks.push(wrongCase ? 'wrong-case' : 'unknown');
  const hasAdvice = typeof one.value?.recommended === 'string' && setting.type !== 'list';
  if (hasAdvice && !isAdvised(one, setting.type)) marks.push('not-advised');
  return marks;
}

function ownMark({ compared }: Plain, seen: ReadonlyMap<string, number>): FleetMark | null {
  if (compared === null) return 'missing';
  return (seen.get(compared) ?? 0) > 1 ? 'shared' : null;
}

function placeMark(compared: string | null, { majority }: Context): FleetMark | null {
  if (compared === majority) return null;
  if (compared === null) return 'missing';
  return majority === null ? 'extra' : 'differs';
}
