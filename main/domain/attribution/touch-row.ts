import { readMarker, readUtm, toSourcePath, type SourcePath } from './attribution-source.ts';
import type { ImportedKind, ImportedTouch } from './attribution-touch.ts';
import { foldSource } from './attribution-source.ts';
import type { Zone } from '../local-time.ts';
import type { Instant } from '../orders/order.ts';
import { normalisePhone, phoneTail } from '../phone.ts';
import type { TouchRole, WrongReason } from './touch-file.ts';
import { readTouchTime } from './touch-time.ts';

/** A touch as a row tells it, before the store numbers it. */
export type ReadTouch = Omit<ImportedTouch, 'id'>;

/** What a row does not say itself: its kind, the zone of its times, the moment of reading. */
export type TouchReading = Readonly<{
  kind: ImportedKind;
  zone: Zone;
  now: Instant;
}>;

const LONGEST_VALUE = 1000;
const DAY_MS = 86_400_000;
const EARLIEST = Date.UTC(2000, 0, 1);

const KIND_WORDS: Readonly<Record<string, ImportedKind>> = {
  visit: 'visit',
  визит: 'visit',
  посещение: 'visit',
  call: 'call',
  звонок: 'call',
  lead: 'lead',
  заявка: 'lead',
  лид: 'lead',
};

/** One row of a file as a touch, or the reason why it is none. `cell` gives a role's text, '' when absent. */
export function readTouchRow(
  cell: (role: TouchRole) => string,
  reading: TouchReading,
): ReadTouch | WrongReason {
  const text = (role: TouchRole): string => cell(role).trim();
  const time = text('at');
  if (time === '') return 'no-time';
  const at = readTouchTime(time, reading.zone);
  if (at === null || at < EARLIEST) return 'bad-time';
  if (at > reading.now + DAY_MS) return 'future';
  const kind = text('kind') === '' ? reading.kind : KIND_WORDS[foldSource(text('kind'))];
  if (kind === undefined) return 'bad-kind';
  const phone = readPhone(text('phone'));
  if (phone === undefined) return 'bad-phone';
  const keys = {
    phoneTail: phone,
    email: text('email').includes('@') ? text('email').toLowerCase() : null,
    client: text('client') || null,
    visit: text('visit') || null,
    orderNumber: text('order-number') || null,
  };
  const values = Object.values(keys);
  if (values.every((value) => value === null)) return 'no-key';
  if (values.some((value) => (value?.length ?? 0) > LONGEST_VALUE)) return 'too-long';
  const path = readPath(text);
  return { kind, at, path, text: sourceText(text, path), ...keys };
}

/** Null without a number, undefined for one that can be nobody's. */
function readPhone(text: string): string | null | undefined {
  if (text === '') return null;
  const tail = phoneTail(normalisePhone(text));
  return tail.length >= 6 && tail.length <= 15 ? tail : undefined;
}

/** The marker's levels, else the marker, else utm tags; nothing at all is a direct visit. */
function readPath(text: (role: TouchRole) => string): SourcePath {
  const levels = [1, 2, 3, 4, 5, 6, 7].map((level) => text(`level-${level}` as TouchRole));
  if (levels[0] !== '') return toSourcePath(levels);
  if (text('source') !== '') return readMarker(text('source'));
  const names = ['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content'] as const;
  return readUtm(new Map(names.map((name) => [name, text(name)]))) ?? readMarker('');
}

const sourceText = (text: (role: TouchRole) => string, path: SourcePath): string =>
  (text('source') || path.join('_')).slice(0, LONGEST_VALUE);
