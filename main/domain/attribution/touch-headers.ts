import { foldSource } from './attribution-source.ts';
import type { ImportedKind } from './attribution-touch.ts';
import { TOUCH_ROLES, type TouchRole } from './touch-file.ts';

/** Names that columns have in Roistat's exports and lists, and in files people make by hand. */
const KNOWN: Readonly<Record<TouchRole, readonly string[]>> = {
  at: [
    'date',
    'creation_date',
    'date_create',
    'created_at',
    'time',
    'datetime',
    'дата',
    'дата и время',
    'дата визита',
    'дата звонка',
    'дата создания',
    'дата заявки',
    'время',
  ],
  kind: ['kind', 'type', 'тип', 'вид'],
  phone: [
    'phone',
    'caller',
    'client_phone',
    'телефон',
    'телефон клиента',
    'номер клиента',
    'кто звонил',
    'номер телефона',
  ],
  email: ['email', 'e-mail', 'mail', 'почта', 'эл. почта', 'электронная почта'],
  client: [
    'client_id',
    'google_client_id',
    'metrika_client_id',
    'ym_uid',
    'visit.google_client_id',
    'visit.metrika_client_id',
    'id клиента',
    'clientid',
  ],
  visit: [
    'visit',
    'visit_id',
    'roistat',
    'roistat_visit',
    'номер визита',
    'визит',
    'visit.id',
    'id визита',
  ],
  'order-number': [
    'order_id',
    'order_number',
    'номер заказа',
    'заказ',
    'номер сделки',
    'id сделки',
  ],
  source: [
    'source',
    'marker',
    'channel',
    'source.system_name',
    'static_source.system_name',
    'visit.source.system_name',
    'roistat_marker',
    'источник',
    'маркер',
    'канал',
    'рекламный канал',
    'источник трафика',
  ],
  'level-1': ['marker_level_1', 'level_1', 'уровень 1', 'источник (уровень 1)'],
  'level-2': ['marker_level_2', 'level_2', 'уровень 2', 'источник (уровень 2)'],
  'level-3': ['marker_level_3', 'level_3', 'уровень 3', 'источник (уровень 3)'],
  'level-4': ['marker_level_4', 'level_4', 'уровень 4', 'источник (уровень 4)'],
  'level-5': ['marker_level_5', 'level_5', 'уровень 5', 'источник (уровень 5)'],
  'level-6': ['marker_level_6', 'level_6', 'уровень 6', 'источник (уровень 6)'],
  'level-7': ['marker_level_7', 'level_7', 'уровень 7', 'источник (уровень 7)'],
  utm_source: ['utm_source', 'source.utm_source', 'visit.source.utm_source'],
  utm_medium: ['utm_medium', 'source.utm_medium', 'visit.source.utm_medium'],
  utm_campaign: ['utm_campaign', 'source.utm_campaign', 'visit.source.utm_campaign'],
  utm_term: ['utm_term', 'source.utm_term', 'visit.source.utm_term'],
  utm_content: ['utm_content', 'source.utm_content', 'visit.source.utm_content'],
};

/** Guesses what each column means; a header plays one role. */
export function recogniseHeaders(
  headers: readonly string[],
): Readonly<Partial<Record<TouchRole, string>>> {
  const columns: Partial<Record<TouchRole, string>> = {};
  const taken = new Set<string>();
  for (const role of TOUCH_ROLES) {
    const found = KNOWN[role]
      .map((name) => headers.find((header) => foldSource(header) === name && !taken.has(header)))
      .find((header) => header !== undefined);
    if (found === undefined) continue;
    columns[role] = found;
    taken.add(found);
  }
  return visitListRoles(headers, columns);
}

/** In the vendor's list of visits the visit's number is the row's own `id`. */
function visitListRoles(
  headers: readonly string[],
  columns: Readonly<Partial<Record<TouchRole, string>>>,
): Readonly<Partial<Record<TouchRole, string>>> {
  const folded = new Set(headers.map(foldSource));
  const isVisitList =
    folded.has('id') && (folded.has('first_visit_id') || folded.has('landing_page'));
  return isVisitList ? { ...columns, visit: 'id' } : columns;
}

/** What the rows of a file probably are. */
export function recogniseKind(headers: readonly string[]): ImportedKind {
  const folded = new Set(headers.map(foldSource));
  const has = (...names: string[]): boolean => names.some((name) => folded.has(name));
  if (has('callee', 'duration', 'waiting_time', 'дата звонка', 'кто звонил')) return 'call';
  if (has('landing_page', 'first_visit_id', 'номер визита', 'дата визита')) return 'visit';
  if (has('order_fields', 'title', 'дата заявки', 'creation_date')) return 'lead';
  return 'visit';
}

/** Names a set of headers, whatever their order, so that its mapping is found again. */
export const headersKey = (headers: readonly string[]): string =>
  headers.map(foldSource).toSorted().join('\u001f');
