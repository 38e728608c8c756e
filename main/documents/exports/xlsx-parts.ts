import { xmlText } from './xlsx-text.ts';

const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Number formats by the name of a style; the first ids are Excel's own, ours begin at 164. */
const FORMATS = {
  text: 49,
  integer: 3,
  percent: 166,
  day: 164,
  moment: 165,
  money0: 3,
  money2: 4,
  money3: 167,
  number: 0,
} as const;

const OWN_FORMATS: readonly (readonly [id: number, code: string])[] = [
  [164, 'dd\\.mm\\.yyyy'],
  [165, 'dd\\.mm\\.yyyy\\ hh:mm'],
  [166, '0.0%'],
  [167, '#,##0.000'],
];

const STYLE_NAMES = Object.keys(FORMATS) as (keyof typeof FORMATS)[];

/** How a cell looks; each has a bold twin for totals. */
export type XlsxStyle = keyof typeof FORMATS;

/** Index of the style in the book's table; 0 is plain, 1 the header. */
export const styleIndex = (style: XlsxStyle, bold: boolean): number =>
  2 + STYLE_NAMES.indexOf(style) + (bold ? STYLE_NAMES.length : 0);

const format = (style: XlsxStyle, font: 0 | 1): string =>
  `<xf numFmtId="${FORMATS[style]}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;

/** The table of styles. */
export const stylesXml = (): string =>
  `${START}<styleSheet xmlns="${MAIN}"><numFmts count="${OWN_FORMATS.length}">${OWN_FORMATS.map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`,
  ).join('')}</numFmts><fonts count="2"><font><sz val="10"/><name val="Arial"/></font>` +
  '<font><b/><sz val="10"/><name val="Arial"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEEECEA"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${2 + 2 * STYLE_NAMES.length}">` +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf>' +
  ([0, 1] as const).map((font) => STYLE_NAMES.map((name) => format(name, font)).join('')).join('') +
  '</cellXfs></styleSheet>';

const numbered = (names: readonly string[], write: (number: number, name: string) => string) =>
  names.map((name, place) => write(place + 1, name)).join('');

/** The list of sheets. */
export const workbookXml = (names: readonly string[]): string =>
  `${START}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered(
    names,
    (number, name) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  )}</sheets></workbook>`;

/** Where the book's parts lie. */
export const workbookRelationsXml = (names: readonly string[]): string =>
  `${START}<Relationships xmlns="${PACKAGE}/relationships">${numbered(
    names,
    (number) =>
      `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )}<Relationship Id="rId${names.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** Where the book itself lies. */
export const packageRelationsXml = (): string =>
  `${START}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** What each part is. */
export const contentTypesXml = (names: readonly string[]): string =>
  `${START}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbered(
    names,
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  )}</Types>`;

/** Everything of a sheet above its rows: the header stays while the rows scroll. */
export const sheetStart = (widths: readonly number[]): string =>
  `${START}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  `<cols>${widths
    .map(
      (width, place) =>
        `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData>`;

/** Everything below the rows; `lastCell` like `J100001`. */
export const sheetEnd = (lastCell: string): string =>
  `</sheetData><autoFilter ref="A1:${lastCell}"/></worksheet>`;
