import { assertNever } from '../assert-never.ts';
import { cureOf, type Cure } from './diagnosis-cures.ts';
import { judgeCloud, judgeTrail, judgeZones } from './diagnosis-cloud.ts';
import type { DiagnosisEvidence } from './diagnosis-evidence.ts';
import { judgeFile, serverUrlOf, terminalIdsOf, timeoutOf } from './diagnosis-file.ts';
import { LINKS, type Link, type LinkJudgement } from './diagnosis-link.ts';
import { judgeCallCentre, judgeServer, judgeTopology } from './diagnosis-server.ts';
import { judgeMainTill, judgePluginLog, judgeTerminalId } from './diagnosis-terminal.ts';

/** A link and what is known of it. */
export type LinkReport = Readonly<{ link: Link }> & LinkJudgement;

/** What the walk ended with. */
export type Verdict =
  | Readonly<{ type: 'cause'; link: Link; cure: Cure }>
  /** Nothing is proven, and these links wait for something that a person can supply. */
  | Readonly<{ type: 'ask'; links: readonly Link[] }>
  /** Nothing is proven and nothing more can be found out here: the vendor's five steps remain. */
  | Readonly<{ type: 'last-resort' }>
  /** An order was accepted not long ago: deliveries do arrive. */
  | Readonly<{ type: 'arriving' }>;

/**
 * Judges one link by the evidence gathered so far. Links after `file` are asked only once the file
 * was read, since each of them starts from its values.
 */
export function judgeLink(link: Link, evidence: DiagnosisEvidence): LinkJudgement {
  const elements = evidence.file.type === 'read' ? evidence.file.elements : {};
  const url = serverUrlOf(elements) ?? '';
  switch (link) {
    case 'file':
      return judgeFile(evidence.file);
    case 'topology':
      return judgeTopology(evidence.topology);
    case 'server':
      return judgeServer(evidence.server, timeoutOf(elements));
    case 'call-centre':
      return judgeCallCentre(url, evidence);
    case 'terminal-id':
      return judgeTerminalId(terminalIdsOf(elements), evidence.terminalId, evidence.pluginLog);
    case 'main-till':
      return judgeMainTill(evidence.tillLog);
    case 'plugin-log':
      return judgePluginLog(evidence.pluginLog, evidence.tillLog);
    case 'cloud':
      return judgeCloud(evidence.cloud, evidence.tillLog);
    case 'zones':
      return judgeZones(evidence.zones);
    case 'trail':
      return judgeTrail(evidence.trail);
    default:
      return assertNever(link);
  }
}

/** Whether the walk ends here: a proven cause, or a file that nothing can be read from. */
export const endsWalk = ({ link, state }: LinkReport): boolean =>
  state === 'broken' || (link === 'file' && state === 'unknown');

/** Walks over evidence that was gathered whole; stops at the first proven broken link. */
export function walkLinks(evidence: DiagnosisEvidence): readonly LinkReport[] {
  const walked: LinkReport[] = [];
  for (const link of LINKS) {
    const report: LinkReport = { link, ...judgeLink(link, evidence) };
    walked.push(report);
    if (endsWalk(report)) break;
  }
  return walked;
}

/** What to do after the walk. Nothing destructive is ever advised without a proven cause. */
export function concludeWalk(walked: readonly LinkReport[]): Verdict {
  const last = walked.at(-1);
  if (last?.state === 'broken') {
    return { type: 'cause', link: last.link, cure: cureOf(last.cause) };
  }
  if (last?.link === 'trail' && last.state === 'good') return { type: 'arriving' };
  const asking = walked.flatMap((one) => (one.state === 'unknown' && one.askable ? one.link : []));
  return asking.length > 0 ? { type: 'ask', links: asking } : { type: 'last-resort' };
}
