import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { openXml } from '../../main/documents/xml/open-xml.ts';
import { setElement } from '../../main/documents/xml/set-element.ts';
import { inTurn, median, spread, type Figure } from './measure.ts';

const BYTES = 1024 * 1024;
const ROUNDS = 25;
const WARM_UP = 5;
const AS_IT_STANDS = {
  ignoreAttributes: false,
  preserveOrder: true,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
  trimValues: false,
  parseTagValue: false,
} as const;

/**
 * One value changed in a 1 MB file of a till: opened, spliced, opened again and compared by us;
 * parsed and built by fast-xml-parser, set to keep as much as it can.
 */
export async function benchXml(): Promise<Figure[]> {
  const bytes = tillFile();
  const path = `element${WARM_UP}[2]`;
  let round = 0;
  const ours = (): Uint8Array =>
    setElement(openXml(bytes, { root: 'config' }), path, `value ${(round += 1)}`);
  const rival = (): string => {
    const parsed: unknown = new XMLParser(AS_IT_STANDS).parse(Buffer.from(bytes).toString());
    return new XMLBuilder(AS_IT_STANDS).build(parsed);
  };
  await inTurn(WARM_UP, ours, rival);
  const times = await inTurn(ROUNDS, ours, rival);
  const ratio = median(times.ours) / median(times.rival);
  return [
    {
      what: `edit of a ${(bytes.length / BYTES).toFixed(1)} MB file, read back and compared`,
      ours: spread(times.ours),
      rival: `fast-xml-parser ${spread(times.rival)}, ${differs(bytes, rival())}`,
      goal: `≤ 1.0×: ${ratio.toFixed(2)}×`,
      reached: ratio <= 1,
    },
  ];
}

const differs = (bytes: Uint8Array, built: string): string =>
  Buffer.from(built).equals(bytes) ? 'the same bytes' : 'unchanged values come back as other bytes';

/** As .NET writes it: CRLF, two spaces, comments, nullable values, some CDATA, Cyrillic. */
function tillFile(): Uint8Array {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<config xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  ];
  for (let at = 0, length = 0; length < BYTES; at += 1) {
    const name = `element${at % 500}`;
    const line = `  <${name} code="${at}">значение ${at} &amp; https://host/resto</${name}>`;
    const extra = ['  <empty />', '  <!-- примечание -->', '  <width xsi:nil="true" />'][at % 3]!;
    lines.push(line, extra);
    length += Buffer.byteLength(line) + Buffer.byteLength(extra) + 4;
  }
  return Buffer.from([...lines, '  <raw><![CDATA[a < b]]></raw>', '</config>', ''].join('\r\n'));
}
