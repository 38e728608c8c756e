import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { TouchFileHead } from '../../main/contract/attribution.ts';
import { PHONE, touchDeskOfTest, TWO_VISITS } from '../support/touch-desk.ts';

const desk = touchDeskOfTest();

describe('a file of visits', () => {
  test('gives its source to the order that shares the phone, and takes it away when removed', async () => {
    const { id, report } = await desk().take(TWO_VISITS);
    expect(report).toMatchObject({ rows: 2, taken: 2, refused: 0 });
    const { evidence } = await desk().explained();
    expect(evidence).toMatchObject({
      source: ['direct1', 'search', 'роллы'],
      ruleId: 'phone-near',
    });
    expect(evidence.tries.find(({ ruleId }) => ruleId === 'phone-near')?.judgements).toMatchObject([
      { verdict: 'taken', minutesBefore: 30 },
    ]);
    await desk().call('removeImport', { importId: id });
    expect((await desk().explained()).evidence.source).toEqual([':unknown']);
    expect(desk().inStore('SELECT count(*) AS c FROM touch')).toEqual({ c: 0 });
  });

  test.each([
    ['windows-1251', iconv.encode(TWO_VISITS, 'win1251')],
    ['utf-8', Buffer.from(TWO_VISITS)],
    ['utf-8', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TWO_VISITS)])],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(TWO_VISITS, 'utf-16le')])],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv.encode(TWO_VISITS, 'utf-16be')])],
  ])('is read in %s', async (encoding, bytes) => {
    const taken = await desk().take(bytes);
    expect(taken.format).toContain(encoding);
    expect(taken.report.taken).toBe(2);
    expect((await desk().explained()).evidence.source).toEqual(['direct1', 'search', 'роллы']);
  });

  test.each([[','], ['\t'], ['|'], [';']])('is read with the separator %j', async (separator) => {
    const taken = await desk().take(TWO_VISITS.replaceAll(';', separator));
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
    await desk().take(`date;phone;source\n${time};${PHONE};x1`);
    const { evidence } = await desk().explained();
    const judged = evidence.tries.flatMap(({ judgements }) => judgements);
    expect(judged.map(({ minutesBefore }) => minutesBefore)).toContain(minutes);
  });

  test('wrong rows are listed with their reason, the others are taken', async () => {
    const { report } = await desk().take(
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
    await desk().take(TWO_VISITS);
    expect((await desk().take(TWO_VISITS)).report).toMatchObject({
      taken: 0,
      reasons: { duplicate: 2 },
    });
  });

  test('what columns meant is remembered, whatever their order', async () => {
    const odd = `Когда;Кто;Откуда\n20.11.2026 17:30;${PHONE};радио`;
    const uploadId = await desk().upload(Buffer.from(odd));
    const head = await desk().call<TouchFileHead>('inspectUpload', { uploadId });
    expect(head.mappingFrom).toBe('nowhere');
    const columns = { at: 'Когда', phone: 'Кто', source: 'Откуда' };
    await desk().call('importTouches', {
      uploadId,
      mapping: { ...head.mapping, columns, kind: 'call' },
    });
    const again = await desk().upload(Buffer.from('Откуда;Когда;Кто\nтв;20.11.2026 17:31;1'));
    expect(await desk().call('inspectUpload', { uploadId: again })).toMatchObject({
      mappingFrom: 'remembered',
      mapping: { columns, kind: 'call' },
    });
  });

  test('quotes, separators in quotes and line ends in quotes are read', async () => {
    const { report } = await desk().take(
      `date;phone;source;comment\n20.11.2026 17:30;${PHONE};"a;""b""_c";"две\nстроки"\n`,
    );
    expect(report).toMatchObject({ rows: 1, taken: 1 });
    expect((await desk().explained()).evidence.source).toEqual(['a;"b"', 'c']);
  });
});
