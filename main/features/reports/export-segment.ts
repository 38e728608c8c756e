import type { reports } from '../../contract/reports.ts';
import type { Handlers } from '../../contract/define.ts';
import { openTableFile } from '../../documents/exports/table-file.ts';
import { Failure } from '../../domain/failure.ts';
import { maskPhone } from '../../domain/phone.ts';
import type { ReaderOutside } from '../../outside.ts';
import { readCustomerContacts, readSegments } from '../../store/reports/customer-segments.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight, requireRight } from '../../store/require-right.ts';
import { asSegment, membersOf, type Member } from './customer-segments.ts';
import type { ExportedFile } from './export-report.ts';
import { openReportTexts } from './report-texts.ts';

type Input = Parameters<Handlers<typeof reports, 'report'>['exportSegment']>[0];

const PART = 5000;

/** A segment's customers for a mailing; phones are masked for whoever may not see them. */
export async function exportSegment(
  db: ReadableDb,
  outside: ReaderOutside,
  { segmentId, language }: Input,
): Promise<ExportedFile> {
  requireRight(db, 'export-orders');
  const stored = readSegments(db).find(({ id }) => id === segmentId);
  if (!stored) throw new Failure('not-found', 'reports.no-segment');
  const { name, rule } = asSegment(stored);
  const texts = openReportTexts(language);
  const members = membersOf(db, rule);
  const title = (key: string): string => texts.say(`reports.segment.${key}`);
  const file = await openTableFile({
    dataFolder: outside.dataFolder,
    name,
    format: 'csv',
    columns: [
      { title: title('guest'), kind: { type: 'text' } },
      { title: title('phone'), kind: { type: 'text' } },
      { title: title('name'), kind: { type: 'text' } },
      { title: title('orders'), kind: { type: 'integer' } },
      { title: title('sum'), kind: { type: 'money', currency: members[0]?.currency ?? 'RUB' } },
      { title: title('currency'), kind: { type: 'text' } },
      { title: title('days-ago'), kind: { type: 'integer' } },
    ],
  });
  const segmentText = (segment: string): string => texts.say(`reports.value.segment.${segment}`);
  for (let from = 0; from < members.length; from += PART) {
    await file.write(rowsOf(db, members.slice(from, from + PART), segmentText));
  }
  const { handle, fileName } = await file.finish();
  return { handle, fileName, rows: members.length };
}

function rowsOf(db: ReadableDb, members: readonly Member[], segmentText: (key: string) => string) {
  const contacts = readCustomerContacts(
    db,
    members.map(({ customerId }) => customerId),
  );
  const byId = new Map(contacts.map((contact) => [contact.customerId, contact]));
  const seen = hasRight(db, 'see-phones');
  return members.map(({ customerId, segment, orders, sumMinor, currency, daysAgo }) => {
    const { guest = '', phone = '' } = byId.get(customerId) ?? {};
    const shown = seen ? phone : maskPhone(phone);
    return [guest, shown, segmentText(segment), orders, sumMinor, currency, daysAgo];
  });
}
