import type { ExportColumn, ExportRow } from '../../main/documents/exports/cell.ts';

/** Ten columns of every kind a report has. */
export const XLSX_COLUMNS: readonly ExportColumn[] = [
  { title: 'Канал', kind: { type: 'text' } },
  { title: 'Точка', kind: { type: 'text' } },
  { title: 'День', kind: { type: 'day' } },
  { title: 'Закрыт', kind: { type: 'moment' } },
  { title: 'Заказы', kind: { type: 'integer' } },
  { title: 'Выручка, ₽', kind: { type: 'money', currency: 'RUB' } },
  { title: 'Расход, ₽', kind: { type: 'money', currency: 'RUB' } },
  { title: 'Доля', kind: { type: 'percent' } },
  { title: 'Минуты', kind: { type: 'number', digits: 1 } },
  { title: 'Комментарий', kind: { type: 'text' } },
];

const NAMES = ['Яндекс Еда', '=1+1', '+7 943 000-01-02', 'Сайт', '<b>&"', ''];
const START = Date.UTC(2026, 0, 1);

/** The same row for the same place, all values told apart by it. */
export function xlsxRow(at: number): ExportRow {
  const moment = new Date(START + at * 60_000).toISOString();
  return [
    `${NAMES[at % NAMES.length]} ${at}`,
    `Точка ${at % 40}`,
    moment.slice(0, 10),
    `${moment.slice(0, 10)} ${moment.slice(11, 16)}`,
    at,
    at * 101 - 5000,
    at % 7 === 0 ? null : at,
    at / 1_000_000,
    (at % 600) / 10,
    `заказ ${at}; «комментарий»`,
  ];
}
