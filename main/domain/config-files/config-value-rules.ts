import { assertNever } from '../assert-never.ts';
import type { ConfigElement, ConfigValueType } from './config-element.ts';
import type { ConfigEntry } from './config-entry.ts';
import type { ConfigFinding, FindingCode, FindingLevel } from './config-finding.ts';
import { checkServerUrl } from './config-url-rules.ts';

/** `8-4-4-4-12`, braces allowed: what .NET's `Guid` reads. */
const GUID =
  /^(\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;
const TIME_SPAN = /^-?(\d+\.)?([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,7})?)?$|^-?\d+$/;
/** What people write instead of the only spellings that are read. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...['true', 'yes', 'on', 'да', 'вкл', 'истина', '1'].map((word) => [word, 'true'] as const),
  ...['false', 'no', 'off', 'нет', 'выкл', 'ложь', '0'].map((word) => [word, 'false'] as const),
]);

type Verdict = Readonly<{
  level: FindingLevel;
  code: FindingCode;
  params?: ConfigFinding['params'];
}>;

/** Whether one value is spelt so that the vendor's program reads it (`iiko-local.md` 1.6). */
export function checkValue(known: ConfigElement, entry: ConfigEntry): readonly ConfigFinding[] {
  if (entry.nil || known.value.type === 'group') return [];
  if (known.value.type === 'url' && entry.value.trim() !== '') return checkServerUrl(entry);
  const verdict = judge(known, entry.value);
  if (verdict === null) return [];
  return [
    {
      level: verdict.level,
      code: verdict.code,
      element: entry.address,
      params: verdict.params ?? {},
    },
  ];
}

function judge({ kind, value: type }: ConfigElement, raw: string): Verdict | null {
  if (type.type === 'boolean' && kind === 'resto-properties') return judgeJavaBoolean(raw);
  const value = raw.trim();
  if (value === '') {
    return type.type === 'text' ? null : { level: 'error', code: 'empty-value' };
  }
  return judgeWritten(type, value);
}

function judgeWritten(type: ConfigValueType, value: string): Verdict | null {
  switch (type.type) {
    case 'boolean':
      return judgeBoolean(value);
    case 'integer':
      return judgeInteger(type, value);
    case 'guid':
      return GUID.test(value) ? null : { level: 'error', code: 'not-a-guid', params: { value } };
    case 'time-span':
      return TIME_SPAN.test(value)
        ? null
        : { level: 'error', code: 'not-a-time-span', params: { value } };
    case 'choice':
      return type.values.includes(value)
        ? null
        : {
            level: 'error',
            code: 'not-a-choice',
            params: { value, values: type.values.join(', ') },
          };
    case 'url':
    case 'text':
    case 'group':
      return null;
    default:
      return assertNever(type);
  }
}

/** .NET reads `true`, `false`, `1`, `0` and throws at anything else. */
function judgeBoolean(value: string): Verdict | null {
  if (['true', 'false', '1', '0'].includes(value)) return null;
  const expected = MEANT.get(value.toLowerCase());
  return expected === undefined
    ? { level: 'error', code: 'not-a-boolean', params: { value } }
    : { level: 'error', code: 'boolean-spelling', params: { value, expected } };
}

/** Java takes every word but `true` for false, a space behind it included. */
function judgeJavaBoolean(value: string): Verdict | null {
  if (/^(true|false)$/i.test(value)) return null;
  const expected = MEANT.get(value.trim().toLowerCase());
  return expected === undefined
    ? { level: 'warning', code: 'not-a-boolean', params: { value } }
    : { level: 'warning', code: 'boolean-spelling', params: { value, expected } };
}

function judgeInteger(
  { least, most }: Extract<ConfigValueType, { type: 'integer' }>,
  value: string,
): Verdict | null {
  if (!/^[+-]?\d+$/.test(value))
    return { level: 'error', code: 'not-an-integer', params: { value } };
  const number = Number(value);
  return number >= least && number <= most
    ? null
    : { level: 'error', code: 'out-of-range', params: { value, least, most } };
}
