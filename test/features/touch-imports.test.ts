import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Explanation, TouchFileHead, TouchImport } from '../../main/contract/attribution.ts';
import { storePath, openReadable, closeDb, type WritableDb } from '../../main/store/database.ts';
import { run, sql, readFirst } from '../../main/store/sql.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import {
  applicationWith,
  ask,
  type FilledApplication,
} from '../support/application-with-orders.ts';
import { save } from '../support/store-with-orders.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const PHONE = '+79120000001';

let desk: FilledApplication;

beforeEach(() => {
  desk = applicationWith(fill, () => NOW);
});

afterEach(() => desk.close());

/** One order of 20 November 18:00:10 in Yekaterinburg, without any source of its own. */
function fill(db: WritableDb): void {
  const bare = { marketingSource: null, sourceKey: null, comment: null, externalData: [] };
  save(db, [orderInfo(1, { ...bare, phone: PHONE } as Parameters<typeof orderInfo>[1])]);
  run(db, sql`UPDATE organization SET chosen = 1`);
}

const call = <T>(topic: string, input: unknown): Promise<T> =>
  ask<T>(desk.application, `attribution.${topic}`, input);

async function upload(bytes: Buffer, fileName = 'visits.csv'): Promise<string> {
  const { uploadId } = await call<{ uploadId: string }>('beginUpload', { fileName });
  for (let from = 0; from < bytes.length; from += 500_000) {
    const part = bytes.subarray(from, from + 500_000).toString('base64');
    await call('addBytes', { uploadId, bytes: part });
  }
  return uploadId;
}

async function take(bytes: Buffer | string, fileName?: string): Promise<TouchImport> {
  const uploadId = await upload(Buffer.from(bytes as string), fileName);
  const { mapping } = await call<TouchFileHead>('inspectUpload', { uploadId });
  return call('importTouches', { uploadId, mapping });
}

const explained = (): Promise<Explanation> => call('explain', { orderId: 1 });

const GOOD = [
  'Дата визита;Номер визита;Телефон;Источник',
  '20.11.2026 17:30;900001;8 (912) 000-00-01;direct1_search_роллы',
  '20.11.2026 10:00;900002;+7 912 555-55-55;vk2_stories',
].join('\r\n');

function inStore<T>(read: string): T {
  const db = openReadable(storePath(desk.dataFolder));
  try {
    return readFirst<T>(db, { text: read, values: [] }) as T;
  } finally {
    closeDb(db);
  }
}

describe('a file of visits', () => {
  test('gives its source to the order that shares the phone, and takes it away when removed', async () => {
    const { id, report } = await take(GOOD);
    expect(report).toMatchObject({ rows: 2, taken: 2, refused: 0 });
    const { evidence } = await explained();
    expect(evidence).toMatchObject({
      source: ['direct1', 'search', 'роллы'],
      ruleId: 'phone-near',
    });
    expect(evidence.tries.find(({ ruleId }) => ruleId === 'phone-near')?.judgements).toMatchObject([
      { verdict: 'taken', minutesBefore: 30 },
    ]);
    await call('removeImport', { importId: id });
    expect((await explained()).evidence.source).toEqual([':unknown']);
    expect(inStore('SELECT count(*) AS c FROM touch')).toEqual({ c: 0 });
  });

  test.each([
    ['windows-1251', iconv.encode(GOOD, 'win1251')],
    ['utf-8', Buffer.from(GOOD)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(GOOD)])],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(GOOD, 'utf-16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(GOOD, 'utf-16be')])],
  ])('is read in %s', async (encoding, bytes) => {
    const taken = await take(bytes);
    expect(taken.format).toContain(encoding);
    expect(taken.report.taken).toBe(2);
    expect((await explained()).evidence.source).toEqual(['direct1', 'search', 'роллы']);
  });

  test.each([[','], ['\t'], ['|'], [';']])('is read with the separator %j', async (separator) => {
    const taken = await take(GOOD.replaceAll(';', separator));
    expect(taken.report).toMatchObject({ rows: 2, taken: 2 });
  });

  test.each([
    ['20.11.2026 17:30:00', 30],
    ['20.11.26 17:30', 30],
    ['2026-11-20 17:30', 30],
    ['2026-11-20T12:30:00Z', 30],
    ['2026-11-20T15:30:00+0300', 30],
    ['2026-11-20T15:30:00.500+03:00', 30],
    [String(Date.UTC(2026, 10, 20, 12, 30) / 1000), 30],
    [String(Date.UTC(2026, 10, 20, 12, 30)), 30],
  ])('reads the time %s', async (time, minutes) => {
    await take(`date;phone;source\n${time};${PHONE};x1`);
    const { evidence } = await explained();
    const judged = evidence.tries.flatMap(({ judgements }) => judgements);
    expect(judged.map(({ minutesBefore }) => minutesBefore)).toContain(minutes);
  });

  test('wrong rows are listed with their reason, the others are taken', async () => {
    const { report } = await take(
      [
        'date;phone;source',
        `20.11.2026 17:30;${PHONE};x1`,
        `31.02.2026 17:30;${PHONE};x1`,
        `скоро;${PHONE};x1`,
        `;${PHONE};x1`,
        '20.11.2026 17:30;;x1',
        '20.11.2026 17:30;12;x1',
        `20.11.2027 17:30;${PHONE};x1`,
        `20.11.2026 17:30;${PHONE};x1;лишнее`,
        `20.11.2026 17:30`,
        `20.11.2026 17:30;${PHONE};x1`,
      ].join('\n'),
    );
    expect(report).toMatchObject({ rows: 10, taken: 1, refused: 9 });
    expect(report.reasons).toEqual({
      'bad-time': 2,
      'no-time': 1,
      'no-key': 1,
      'bad-phone': 1,
      future: 1,
      cells: 2,
      duplicate: 1,
    });
    expect(report.wrong.find(({ reason }) => reason === 'no-time')?.row).toBe(5);
    expect(JSON.stringify(report.wrong)).not.toContain('0000001');
  });

  test('the same file twice adds nothing', async () => {
    await take(GOOD);
    expect((await take(GOOD)).report).toMatchObject({ taken: 0, reasons: { duplicate: 2 } });
  });

  test('what columns meant is remembered, whatever their order', async () => {
    const odd = `Когда;Кто;Откуда\n20.11.2026 17:30;${PHONE};радио`;
    const uploadId = await upload(Buffer.from(odd));
    const head = await call<TouchFileHead>('inspectUpload', { uploadId });
    expect(head.mappingFrom).toBe('nowhere');
    const columns = { at: 'Когда', phone: 'Кто', source: 'Откуда' };
    await call('importTouches', { uploadId, mapping: { ...head.mapping, columns, kind: 'call' } });
    const again = await upload(Buffer.from('Откуда;Когда;Кто\nтв;20.11.2026 17:31;1'));
    expect(await call('inspectUpload', { uploadId: again })).toMatchObject({
      mappingFrom: 'remembered',
      mapping: { columns, kind: 'call' },
    });
  });

  test('quotes, separators in quotes and line ends in quotes are read', async () => {
    const { report } = await take(
      `date;phone;source;comment\n20.11.2026 17:30;${PHONE};"a;""b""_c";"две\nстроки"\n`,
    );
    expect(report).toMatchObject({ rows: 1, taken: 1 });
    expect((await explained()).evidence.source).toEqual(['a;"b"', 'c']);
  });
});

describe('the vendor’s own lists', () => {
  test('visits as JSON are recognised', async () => {
    const visits = {
      status: 'success',
      data: [
        {
          id: 700_001,
          first_visit_id: 1,
          date: '2026-11-20T12:30:00+0000',
          landing_page: 'https://x.ru/?a=[1]{2}',
          google_client_id: 'g.1',
          source: { system_name: 'direct4_search_1', display_name: 'Директ', utm_source: null },
          order_ids: [],
        },
      ],
    };
    const uploadId = await upload(Buffer.from(JSON.stringify(visits)), 'visits.json');
    const head = await call<TouchFileHead>('inspectUpload', { uploadId });
    expect(head).toMatchObject({
      mappingFrom: 'recognised',
      mapping: {
        kind: 'visit',
        columns: { visit: 'id', at: 'date', source: 'source.system_name' },
      },
    });
    const { report } = await call<TouchImport>('importTouches', {
      uploadId,
      mapping: head.mapping,
    });
    expect(report).toMatchObject({ rows: 1, taken: 1 });
  });

  test('calls as JSON lead to the order by phone', async () => {
    const calls = [
      {
        id: 1,
        caller: '79120000001',
        callee: '73430000000',
        duration: 12,
        date: '2026-11-20T12:50:00+0000',
        static_source: { system_name: 'radio1' },
      },
      'не запись',
      { id: 2, caller: null, date: '2026-11-20T12:50:00+0000' },
    ];
    const { report } = await take(JSON.stringify(calls), 'calls.json');
    expect(report).toMatchObject({ rows: 3, taken: 1, reasons: { 'not-a-row': 1, 'no-key': 1 } });
    expect((await explained()).evidence).toMatchObject({
      source: ['radio1'],
      touchId: expect.stringMatching(/^call:/),
    });
  });

  test('one JSON object a line is read', async () => {
    const line = (id: number) =>
      JSON.stringify({ date: '2026-11-20T12:30:00Z', phone: PHONE, source: `s${id}` });
    expect((await take(`${line(1)}\n${line(2)}\n`)).report).toMatchObject({ rows: 2, taken: 2 });
  });
});

/** A zip of these texts. */
const archive = (parts: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
  );

/** A workbook as spreadsheets write it: the first sheet is not the first file. */
const workbook = (rows: string, strings: readonly string[] = []): Buffer =>
  archive({
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="В" sheetId="2" r:id="r2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Target="worksheets/sheet7.xml" Id="r2"/></Relationships>',
    'xl/worksheets/sheet1.xml': '<worksheet><row><c><v>1</v></c></row></worksheet>',
    'xl/worksheets/sheet7.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><r><t>${text}</t></r></si>`).join('')}</sst>`,
  });

describe('a workbook', () => {
  test('gives shared and inline texts, numbers and days; empty cells are left out', async () => {
    const day = 46_346 + 17.5 / 24;
    const bytes = workbook(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Источник</t></is></c></row>
       <row r="3"><c r="A3" s="4"><v>${day}</v></c><c r="B3"><v>79120000001</v></c><c r="D3" t="str"><f>1+1</f><v>direct4_&quot;a&amp;b&#x21;&quot;</v></c></row>
       <row r="4"><c r="A4"><v>1</v></c></row>`,
      ['Дата визита', 'Телефон'],
    );
    const { report, format } = await take(bytes, 'visits.xlsx');
    expect(format).toBe('xlsx');
    expect(report).toMatchObject({ rows: 2, taken: 1, reasons: { 'bad-time': 1 } });
    expect(report.wrong[0]?.row).toBe(4);
    const { evidence } = await explained();
    expect(evidence.source).toEqual(['direct4', '"a&b!"']);
    const judged = evidence.tries.flatMap(({ judgements }) => judgements);
    expect(judged.map(({ minutesBefore }) => minutesBefore)).toContain(30);
  });
});

describe('what is no file of visits', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'attribution.file-empty'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004xxxx'), 'attribution.file-unreadable'],
    ['a letter in a zip', archive({ 'word/document.xml': '<w/>' }), 'attribution.file-unreadable'],
    [
      'a sheet of rows that never close',
      workbook('<row>'.repeat(300_000)),
      'attribution.file-unreadable',
    ],
    ['a sheet with a DTD', workbook('<!DOCTYPE x><row/>'), 'attribution.file-unreadable'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0]),
      'attribution.file-unreadable',
    ],
    ['one column', Buffer.from('abc\ndef'), 'attribution.file-unreadable'],
    ['an empty list', Buffer.from('[]'), 'attribution.file-unreadable'],
    ['half a JSON', Buffer.from('{"data": {"a": '), 'attribution.file-unreadable'],
  ])('%s is refused by name', async (_, bytes, code) => {
    const uploadId = await upload(bytes);
    await expect(call('inspectUpload', { uploadId })).rejects.toMatchObject({ code });
  });

  test('a mapping without a time or a key is refused before anything is stored', async () => {
    const uploadId = await upload(Buffer.from(GOOD));
    const mapping = { kind: 'visit', zone: 'Europe/Moscow' };
    const times = { ...mapping, columns: { phone: 'Телефон' } };
    const keys = { ...mapping, columns: { at: 'Дата визита' } };
    const other = { ...mapping, columns: { at: 'Дата визита', phone: 'Нет такой' } };
    for (const [bad, code] of [
      [times, 'attribution.no-time-column'],
      [keys, 'attribution.no-key-column'],
      [other, 'attribution.no-column'],
      [{ ...times, zone: 'Москва' }, 'attribution.unknown-zone'],
    ] as const) {
      const asked = call('importTouches', { uploadId, mapping: bad });
      await expect(asked).rejects.toMatchObject({ code });
    }
    expect(inStore('SELECT count(*) AS c FROM touch_import')).toEqual({ c: 0 });
  });

  test('an unclosed quote costs its rows, not the memory and not the rest', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, n) => `20.11.2026 17:30;${79_120_000_100 + n};x1`,
    );
    rows[1] = '20.11.2026 17:30;"79120000101;x1';
    const { report } = await take(`date;phone;source\n${rows.join('\n')}`);
    expect(report.reasons['not-a-row']).toBe(1);
    expect(report.taken).toBeGreaterThan(1500);
    expect(report.rows).toBe(report.taken + report.refused);
  });

  test('ten million rows are refused before one is stored', async () => {
    const lines = Buffer.from(`date;phone\n${'1;2\n'.repeat(5_000_002)}`);
    const uploadId = await upload(lines);
    const { mapping } = await call<TouchFileHead>('inspectUpload', { uploadId });
    await expect(call('importTouches', { uploadId, mapping })).rejects.toMatchObject({
      code: 'attribution.too-many-rows',
    });
    expect(inStore('SELECT count(*) AS c FROM touch_import')).toEqual({ c: 0 });
  });

  test('a stop in the midst of an import leaves nothing of it', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, n) => `20.11.2026 17:30;${79_120_000_100 + n};x1`,
    );
    const uploadId = await upload(Buffer.from(`date;phone;source\n${rows.join('\n')}`));
    const { mapping } = await call<TouchFileHead>('inspectUpload', { uploadId });
    const half = new Promise<void>((resolve) => {
      desk.application.subscribe((topic) => topic === 'attribution.importing' && resolve());
    });
    const asked = call('importTouches', { uploadId, mapping }).catch(() => 'stopped');
    await half;
    expect(inStore<{ c: number }>('SELECT count(*) AS c FROM touch').c).toBeGreaterThan(0);
    expect((await explained()).evidence.facts.imported).toEqual([]);
    await desk.application.close();
    expect(await asked).toBe('stopped');
    const { createApplication } = await import('../../main/application.ts');
    const { quietOutside } = await import('../support/application-with-orders.ts');
    const again = createApplication(quietOutside(desk.dataFolder, () => NOW));
    for (let left = 1; left > 0;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      left = inStore<{ c: number }>('SELECT count(*) AS c FROM touch_import').c;
    }
    expect(inStore('SELECT count(*) AS c FROM touch')).toEqual({ c: 0 });
    desk = { ...desk, application: again, close: () => again.close() };
  });

  test('somebody without the right takes nothing in', async () => {
    const profile = { name: 'Оля', preset: 'operator', rights: [], pin: null };
    const { id } = await ask<{ id: number }>(desk.application, 'profiles.add', profile);
    await ask(desk.application, 'profiles.switchTo', { profileId: id, pin: null });
    await expect(call('beginUpload', { fileName: 'x' })).rejects.toMatchObject({ kind: 'refused' });
    const masked = await explained();
    expect(JSON.stringify(masked)).not.toContain('9120000001');
    expect(JSON.stringify(masked)).not.toContain('10000002197');
  });
});
