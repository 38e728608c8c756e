import type { configFiles } from '../../contract/config-files.ts';
import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import { readConfigRoots } from '../../store/config-files/config-files.ts';
import type { WritableDb } from '../../store/database.ts';
import { turns, type ConfigOutside, type ConfigWork } from './config-work.ts';
import { listFiles } from './find-files.ts';
import { findingHandlers, rootHandlers } from './finding-handlers.ts';
import { compareVersions, readHistory, readVersionText } from './history.ts';
import { openFile, readValues } from './open-file.ts';
import { previewFile } from './preview-file.ts';
import { watchKnown, type ConfigWatch } from './watch-known.ts';
import { identityHandlers, writingHandlers } from './writing-handlers.ts';

/** The window and the first sync go before. */
const LOOK_AFTER_MS = 5000;

type FilesHandlers = Handlers<typeof configFiles>;

/** iiko's own files: the answers, and an end to looking after them. */
export type ConfigFiles = Readonly<{ handlers: FilesHandlers; close(): void }>;

/** Finds, explains, changes and takes back; watches the files once somebody asked for them. */
export function createConfigFiles(
  db: WritableDb,
  outside: ConfigOutside,
  announce: Announce,
): ConfigFiles {
  const work: ConfigWork = { db, outside, announce, known: new Map(), inTurn: turns() };
  const watch = watchKnown(work);
  const handlers = {
    ...findingHandlers(work, watch),
    ...rootHandlers(work),
    ...readingHandlers(work),
    ...writingHandlers(work),
    ...identityHandlers(work),
  };
  const stop = outside.scheduled === true ? lookSoon(work, watch) : () => undefined;
  return {
    handlers,
    close() {
      stop();
      watch.close();
    },
  };
}

/**
 * Looks once by itself after the start: what a terminal was called must be known before iiko is
 * installed anew, not only once somebody opened the screen (feature T3).
 */
function lookSoon(work: ConfigWork, watch: ConfigWatch): () => void {
  const { db, outside } = work;
  const stopped = new AbortController();
  const look = async (): Promise<void> => {
    await outside.sleep(LOOK_AFTER_MS, stopped.signal);
    if (outside.localIikoRoots.length === 0 && readConfigRoots(db).length === 0) return;
    await listFiles(work);
    if (!stopped.signal.aborted) watch.follow();
  };
  look().catch((error: unknown) => {
    if (stopped.signal.aborted) return;
    const detail = error instanceof Error ? error.message : String(error);
    outside.log({ level: 'error', code: 'config-files.look-failed', params: { detail } });
  });
  return () => stopped.abort();
}

type Part<K extends keyof FilesHandlers> = Pick<FilesHandlers, K>;

function readingHandlers(
  work: ConfigWork,
): Part<'open' | 'values' | 'preview' | 'history' | 'version' | 'compare'> {
  const { db } = work;
  return {
    open: ({ fileId }) => openFile(work, fileId),
    values: ({ fileIds }) => readValues(work, fileIds),
    preview: ({ fileId, change }) => previewFile(work, fileId, change),
    history: ({ fileId }) => readHistory(db, fileId),
    version: ({ versionId }) => readVersionText(db, versionId),
    compare: ({ left, right }) => compareVersions(db, left, right),
  };
}
