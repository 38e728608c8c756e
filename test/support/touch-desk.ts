import { afterEach, beforeEach } from 'vitest';
import type { Explanation, TouchFileHead, TouchImport } from '../../main/contract/attribution.ts';
import { storePath, openReadable, closeDb, type WritableDb } from '../../main/store/database.ts';
import { run, sql, readFirst } from '../../main/store/sql.ts';
import { orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { applicationWith, ask, type FilledApplication } from './application-with-orders.ts';
import { save } from './store-with-orders.ts';

/** A program with one order of 20 November 18:00:10 in Yekaterinburg, without a source of its own. */
export type TouchDesk = FilledApplication &
  Readonly<{
    /** Asks about attribution, as the page does. */
    call<T>(topic: string, input: unknown): Promise<T>;
    /** Sends a file in parts; answers the upload's id. */
    upload(bytes: Buffer, fileName?: string): Promise<string>;
    /** Sends a file and takes it in as the program guesses it. */
    take(bytes: Buffer | string, fileName?: string): Promise<TouchImport>;
    /** Why the order counts where it counts. */
    explained(): Promise<Explanation>;
    /** The first row of a statement. */
    inStore<T>(read: string): T;
  }>;

/** What the program takes for the present. */
const NOW = Date.UTC(2026, 10, 21, 12);
const PART = 500_000;

/** The phone of the order's customer. */
export const PHONE = '+79120000001';

function fill(db: WritableDb): void {
  const bare = { marketingSource: null, sourceKey: null, comment: null, externalData: [] };
  save(db, [orderInfo(1, { ...bare, phone: PHONE } as Parameters<typeof orderInfo>[1])]);
  run(db, sql`UPDATE organization SET chosen = 1`);
}

/** Two visits, the first half an hour before the order and by its phone. */
export const TWO_VISITS = [
  'Дата визита;Номер визита;Телефон;Источник',
  '20.11.2026 17:30;900001;8 (912) 000-00-01;direct1_search_роллы',
  '20.11.2026 10:00;900002;+7 912 555-55-55;vk2_stories',
].join('\r\n');

/** Another program for each test of the file that calls this, in a folder of its own. */
export function touchDeskOfTest(): () => TouchDesk {
  let desk: TouchDesk | undefined;
  beforeEach(() => {
    desk = openTouchDesk();
  });
  afterEach(() => desk?.close());
  return () => desk!;
}

function openTouchDesk(): TouchDesk {
  const desk = applicationWith(fill, () => NOW);
  const call = <T>(topic: string, input: unknown): Promise<T> =>
    ask<T>(desk.application, `attribution.${topic}`, input);
  const upload: TouchDesk['upload'] = async (bytes, fileName = 'visits.csv') => {
    const { uploadId } = await call<{ uploadId: string }>('beginUpload', { fileName });
    for (let from = 0; from < bytes.length; from += PART) {
      const part = bytes.subarray(from, from + PART).toString('base64');
      await call('addBytes', { uploadId, bytes: part });
    }
    return uploadId;
  };
  return {
    ...desk,
    get application() {
      return desk.application;
    },
    call,
    upload,
    async take(bytes, fileName) {
      const uploadId = await upload(Buffer.from(bytes as string), fileName);
      const { mapping } = await call<TouchFileHead>('inspectUpload', { uploadId });
      return call('importTouches', { uploadId, mapping });
    },
    explained: () => call('explain', { orderId: 1 }),
    inStore: <T>(read: string) => firstOf<T>(desk.dataFolder, read),
  };
}

function firstOf<T>(dataFolder: string, read: string): T {
  const db = openReadable(storePath(dataFolder));
  try {
    return readFirst<T>(db, { text: read, values: [] }) as T;
  } finally {
    closeDb(db);
  }
}
