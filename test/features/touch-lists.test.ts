import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { TouchFileHead, TouchImport } from '../../main/contract/attribution.ts';
import { ask } from '../support/application-with-orders.ts';
import { PHONE, touchDeskOfTest, TWO_VISITS } from '../support/touch-desk.ts';

const desk = touchDeskOfTest();

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
    const uploadId = await desk().upload(Buffer.from(JSON.stringify(visits)), 'visits.json');
    const head = await desk().call<TouchFileHead>('inspectUpload', { uploadId });
    expect(head).toMatchObject({
      mappingFrom: 'recognised',
      mapping: {
        kind: 'visit',
        columns: { visit: 'id', at: 'date', source: 'source.system_name' },
      },
    });
    const { report } = await desk().call<TouchImport>('importTouches', {
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
    const { report } = await desk().take(JSON.stringify(calls), 'calls.json');
    expect(report).toMatchObject({ rows: 3, taken: 1, reasons: { 'not-a-row': 1, 'no-key': 1 } });
    expect((await desk().explained()).evidence).toMatchObject({
      source: ['radio1'],
      touchId: expect.stringMatching(/^call:/),
    });
  });

  test('one JSON object a line is read', async () => {
    const line = (id: number) =>
      JSON.stringify({ date: '2026-11-20T12:30:00Z', phone: PHONE, source: `s${id}` });
    expect((await desk().take(`${line(1)}\n${line(2)}\n`)).report).toMatchObject({
      rows: 2,
      taken: 2,
    });
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
    const { report, format } = await desk().take(bytes, 'visits.xlsx');
    expect(format).toBe('xlsx');
    expect(report).toMatchObject({ rows: 2, taken: 1, reasons: { 'bad-time': 1 } });
    expect(report.wrong[0]?.row).toBe(4);
    const { evidence } = await desk().explained();
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
    const uploadId = await desk().upload(bytes);
    await expect(desk().call('inspectUpload', { uploadId })).rejects.toMatchObject({ code });
  });

  test('a mapping without a time or a key is refused before anything is stored', async () => {
    const uploadId = await desk().upload(Buffer.from(TWO_VISITS));
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
      const asked = desk().call('importTouches', { uploadId, mapping: bad });
      await expect(asked).rejects.toMatchObject({ code });
    }
    expect(desk().inStore('SELECT count(*) AS c FROM touch_import')).toEqual({ c: 0 });
  });

  test('an unclosed quote costs its rows, not the memory and not the rest', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, n) => `20.11.2026 17:30;${79_120_000_100 + n};x1`,
    );
    rows[1] = '20.11.2026 17:30;"79120000101;x1';
    const { report } = await desk().take(`date;phone;source\n${rows.join('\n')}`);
    expect(report.reasons['not-a-row']).toBe(1);
    expect(report.taken).toBeGreaterThan(1500);
    expect(report.rows).toBe(report.taken + report.refused);
  });

  test('ten million rows are refused before one is stored', async () => {
    const lines = Buffer.from(`date;phone\n${'1;2\n'.repeat(5_000_002)}`);
    const uploadId = await desk().upload(lines);
    const { mapping } = await desk().call<TouchFileHead>('inspectUpload', { uploadId });
    await expect(desk().call('importTouches', { uploadId, mapping })).rejects.toMatchObject({
      code: 'attribution.too-many-rows',
    });
    expect(desk().inStore('SELECT count(*) AS c FROM touch_import')).toEqual({ c: 0 });
  });

  test('a stop in the midst of an import leaves nothing of it', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, n) => `20.11.2026 17:30;${79_120_000_100 + n};x1`,
    );
    const uploadId = await desk().upload(Buffer.from(`date;phone;source\n${rows.join('\n')}`));
    const { mapping } = await desk().call<TouchFileHead>('inspectUpload', { uploadId });
    const half = new Promise<void>((resolve) => {
      desk().application.subscribe((topic) => topic === 'attribution.importing' && resolve());
    });
    const asked = desk()
      .call('importTouches', { uploadId, mapping })
      .catch(() => 'stopped');
    await half;
    expect(desk().inStore<{ c: number }>('SELECT count(*) AS c FROM touch').c).toBeGreaterThan(0);
    expect((await desk().explained()).evidence.facts.imported).toEqual([]);
    await desk().restart();
    expect(await asked).toBe('stopped');
    for (let left = 1; left > 0;) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      left = desk().inStore<{ c: number }>('SELECT count(*) AS c FROM touch_import').c;
    }
    expect(desk().inStore('SELECT count(*) AS c FROM touch')).toEqual({ c: 0 });
  });

  test('somebody without the right takes nothing in', async () => {
    const profile = { name: 'Оля', preset: 'operator', rights: [], pin: null };
    const { id } = await ask<{ id: number }>(desk().application, 'profiles.add', profile);
    await ask(desk().application, 'profiles.switchTo', { profileId: id, pin: null });
    await expect(desk().call('beginUpload', { fileName: 'x' })).rejects.toMatchObject({
      kind: 'refused',
    });
    const masked = await desk().explained();
    expect(JSON.stringify(masked)).not.toContain('9120000001');
    expect(JSON.stringify(masked)).not.toContain('10000002197');
  });
});
