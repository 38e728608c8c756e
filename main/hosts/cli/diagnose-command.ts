import { resolve } from 'node:path';
import type { DiagnosisReport, DiagnosisSetUp } from '../../contract/diagnosis.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import { requireWords } from './named-file.ts';
import {
  textOption,
  wholeNumber,
  type Command,
  type CommandContext,
  type CommandOptions,
} from './command.ts';

/** Why deliveries do not reach the terminal; reached when they arrive or nothing is proven broken. */
export const diagnoseCommand: Command = {
  name: ['diagnose'],
  usage:
    'diagnose [--root DIR] [--brought yes] [--order NUMBER] [--venue ID] [--venues one|chain] [--call-centre URL]',
  options: ['root', 'brought', 'order', 'venue', 'venues', 'call-centre'],
  sample: {
    till: { place: 'C:\\Users\\Kassa\\AppData\\Roaming\\iiko\\CashServer', owner: 'Kassa' },
    links: [
      { link: 'file', state: 'good', facts: [{ code: 'file-read', params: {} }] },
      {
        link: 'server',
        state: 'broken',
        cause: 'server.connection-refused',
        params: { url: 'http://10.0.0.5:8080/resto' },
      },
    ],
    verdict: { type: 'cause', link: 'server', cure: { cause: 'server.connection-refused' } },
  },
  run: async (context) => {
    const { options, core } = context;
    requireWords(context, 0, diagnoseCommand.usage);
    const root = textOption(options, 'root');
    const setUp = readSetUp(options);
    const report = await askCore<DiagnosisReport>(await core(), 'diagnosis.run', {
      root: root === undefined ? null : resolve(root),
      brought: textOption(options, 'brought') === 'yes',
      place: null,
      testOrder: textOption(options, 'order') ?? null,
      setUp,
    });
    tellVerdict(context, report);
    return { document: report, reached: report.verdict.type !== 'cause' };
  },
};

/** The cause and its cure in sentences, for whoever reads along. */
function tellVerdict({ say, text }: CommandContext, { verdict, links }: DiagnosisReport): void {
  if (verdict.type !== 'cause') return say(text(`diagnosis.verdict.${verdict.type}`));
  const { cause, steps } = verdict.cure;
  const broken = links.find(({ link }) => link === verdict.link);
  const params = broken?.state === 'broken' ? broken.params : {};
  say(text(`diagnosis.cause.${cause}`, params));
  say(text(`diagnosis.cause.${cause}.detail`, params));
  for (const { code } of steps) say(`- ${text(`diagnosis.cure.${code}`)}`);
}

function readSetUp(options: CommandOptions): Partial<DiagnosisSetUp> {
  const venues = textOption(options, 'venues');
  if (venues !== undefined && venues !== 'one' && venues !== 'chain') {
    throw new Failure('invalid', 'cli.option', { option: `--venues ${venues}` });
  }
  const callCentreUrl = textOption(options, 'call-centre');
  const venueId = wholeNumber(options, 'venue', 0, [1, Number.MAX_SAFE_INTEGER]);
  return {
    ...(venues === undefined ? {} : { venues }),
    ...(callCentreUrl === undefined ? {} : { callCentreUrl }),
    ...(options['venue'] === undefined ? {} : { venueId }),
  };
}
