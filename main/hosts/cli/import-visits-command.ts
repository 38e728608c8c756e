import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Application } from '../../application.ts';
import type { TouchFileHead, TouchImport } from '../../contract/attribution.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { textOption, type Command, type CommandOptions } from './command.ts';

/** Of one message: base64 must stay below a megabyte. */
const PART_BYTES = 600_000;

/** Takes a file of visits, calls or leads in, and lists the rows that are wrong. */
export const importVisitsCommand: Command = {
  name: ['import', 'visits'],
  usage: 'import visits FILE [--kind visit|call|lead] [--zone ZONE]',
  options: ['kind', 'zone'],
  sample: {
    id: 1,
    fileName: 'visits.csv',
    format: 'csv; windows-1251; «;»',
    report: {
      rows: 3,
      taken: 2,
      refused: 1,
      reasons: { 'bad-time': 1 },
      wrong: [{ row: 4, reason: 'bad-time', text: '31.02.2026 · ••41-07' }],
    },
  },
  run: async ({ words, options, core }) => {
    const [path] = words;
    if (path === undefined) throw new Failure('invalid', 'cli.option', { option: 'FILE' });
    const application = await core();
    const uploadId = await upload(application, path);
    const head = await askCore<TouchFileHead>(application, 'attribution.inspectUpload', {
      uploadId,
    });
    const mapping = { ...head.mapping, ...chosen(options) };
    const taken = await askCore<TouchImport>(application, 'attribution.importTouches', {
      uploadId,
      mapping,
    });
    return { document: { ...taken, mapping }, reached: true };
  },
};

function chosen(options: CommandOptions): Record<string, string> {
  const kind = textOption(options, 'kind');
  const zone = textOption(options, 'zone');
  return { ...(kind === undefined ? {} : { kind }), ...(zone === undefined ? {} : { zone }) };
}

async function upload(application: Application, path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => {
    throw new Failure('not-found', 'cli.no-file', { path });
  });
  try {
    const { uploadId } = await askCore<{ uploadId: string }>(
      application,
      'attribution.beginUpload',
      { fileName: basename(path).slice(0, 260) },
    );
    const buffer = Buffer.alloc(PART_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PART_BYTES, null);
      if (bytesRead === 0) return uploadId;
      const bytes = buffer.toString('base64', 0, bytesRead);
      await askCore(application, 'attribution.addBytes', { uploadId, bytes });
    }
  } finally {
    await file.close();
  }
}
