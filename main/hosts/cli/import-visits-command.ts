import type { TouchFileHead, TouchImport } from '../../contract/attribution.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { uploadFile } from './upload-file.ts';
import { textOption, type Command, type CommandOptions } from './command.ts';

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
    const uploadId = await uploadFile(application, 'attribution', path);
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
