import { assertNever } from '../assert-never.ts';
import type { Cause } from './diagnosis-causes.ts';
import type {
  DiagnosisEvidence,
  ServerAnswer,
  ServerEvidence,
  ServerProbe,
  TopologyEvidence,
} from './diagnosis-evidence.ts';
import { broken, fact, good, unknown, type Fact, type LinkJudgement } from './diagnosis-link.ts';
import {
  isLocalServer,
  isSameServer,
  isThisPc,
  readServerUrl,
} from '../config-files/config-url.ts';
import { isOlderThan } from './vendor-version.ts';

/** Deliveries exist from this server version on (feature 10). */
export const OLDEST_SERVER = '4.2';
/** Over the internet less than this is risky (trap T1, rule F3), in milliseconds. */
export const ADVISED_TIMEOUT_MS = 30_000;

/** What kind of set-up this is, and whether the tariff has what it needs (C2, T13). */
export function judgeTopology(topology: TopologyEvidence): LinkJudgement {
  const { venues, delivery, tariff, origin } = topology;
  const needsCallCentre = delivery === 'centralised' || venues === 'chain';
  if (tariff === 'start' && needsCallCentre) return broken('topology.tariff-without-call-centre');
  if (venues === null) return unknown('topology-not-told', true);
  return good(fact(`topology-${venues}`, { origin }));
}

/** The configured address answers as an iiko server, soon enough for the plugin (F2, F3). */
export function judgeServer(server: ServerEvidence, timeoutMs: number | null): LinkJudgement {
  if (server.type === 'other-pc') {
    return unknown('server-other-pc', false, [fact('server-url', { url: server.url })]);
  }
  const { configured, better } = server;
  const { answer } = configured;
  if (answer.type === 'server') return judgeAnswer(configured, answer, timeoutMs);
  if (better?.answer.type === 'server') {
    return broken('server.moved', { url: configured.url, better: better.url }, [
      ...serverFacts(better.answer),
    ]);
  }
  const params = { url: configured.url, elapsedMs: answer.elapsedMs, detail: detailOf(answer) };
  if (answer.type === 'issuer-unknown') {
    return unknown('issuer-unknown', false, [fact('server-issuer', params)]);
  }
  return broken(causeOf(answer), params);
}

function judgeAnswer(
  { url }: ServerProbe,
  answer: Extract<ServerAnswer, { type: 'server' }>,
  timeoutMs: number | null,
): LinkJudgement {
  const facts = serverFacts(answer);
  const { elapsedMs, version } = answer;
  if (timeoutMs !== null && elapsedMs > timeoutMs) {
    return broken('server.slower-than-timeout', { url, elapsedMs, timeoutMs }, facts);
  }
  if (isOlderThan(version, OLDEST_SERVER)) {
    return broken('server.too-old', { url, version, least: OLDEST_SERVER }, facts);
  }
  const risky = timeoutMs !== null && timeoutMs < ADVISED_TIMEOUT_MS && isOverInternet(url);
  const risk = risky ? [fact('timeout-risky', { seconds: timeoutMs / 1000 })] : [];
  return good(fact('server-answered', { url, elapsedMs }), ...facts, ...risk);
}

/** No address at all is no way over the internet either. */
function isOverInternet(text: string): boolean {
  const url = readServerUrl(text);
  return url !== null && !isLocalServer(url);
}

function isOnThisPc(text: string): boolean {
  const url = readServerUrl(text);
  return url !== null && isThisPc(url);
}

const serverFacts = (answer: Extract<ServerAnswer, { type: 'server' }>): readonly Fact[] => [
  fact('server-info', { name: answer.name, edition: answer.edition, version: answer.version }),
];

function causeOf(answer: Exclude<ServerAnswer, { type: 'server' | 'issuer-unknown' }>): Cause {
  switch (answer.type) {
    case 'other-page':
      return 'server.not-iiko';
    case 'status':
      return causeOfStatus(answer.status);
    case 'name-not-found':
      return 'server.name-not-found';
    case 'no-network':
      return 'server.no-network';
    case 'refused':
      return 'server.connection-refused';
    case 'unreachable':
      return 'server.unreachable';
    case 'certificate':
      return 'server.certificate';
    case 'cut-off':
      return 'server.cut-off';
    case 'timeout':
      return 'server.no-answer';
    default:
      return assertNever(answer);
  }
}

function causeOfStatus(status: number): Cause {
  if (status >= 500) return 'server.failing';
  if (status === 401 || status === 403 || status === 407) return 'server.forbidden';
  return status === 404 || status === 405 ? 'server.wrong-path' : 'server.not-iiko';
}

function detailOf(answer: ServerAnswer): string {
  if ('status' in answer) return String(answer.status);
  return 'network' in answer ? answer.network : '';
}

/** The server is the call centre's and not the venue's own (C5, C6, F2, trap T2). */
export function judgeCallCentre(
  url: string,
  { ownServerUrl, topology, server }: DiagnosisEvidence,
): LinkJudgement {
  const answer = server.type === 'probed' ? server.configured.answer : null;
  if (answer?.type === 'server' && /chain/i.test(answer.edition)) {
    return broken('call-centre.chain-server', { url, edition: answer.edition });
  }
  const told = topology.callCentreUrl;
  if (told !== null) {
    const named = namedAlike(server, 'told');
    if (isSameServer(url, told) || named === true) return good(fact('call-centre-told', { url }));
    // One server may go by several addresses: only two names prove two servers.
    if (named === false) return broken('call-centre.other-address', { url, told });
    return unknown('told-server-silent', true, [fact('not-told-server', { url, told })]);
  }
  return judgeByOwnServer(
    { url, own: ownServerUrl, named: namedAlike(server, 'own') },
    topology.venues,
  );
}

type OwnServer = Readonly<{
  url: string;
  own: string | null;
  /** Whether both addresses call themselves by one name; null when one did not answer. */
  named: boolean | null;
}>;

function namedAlike(server: ServerEvidence, other: 'own' | 'told'): boolean | null {
  if (server.type !== 'probed') return null;
  const [one, two] = [server.configured.answer, server[other]?.answer];
  return one.type === 'server' && two?.type === 'server' ? one.name === two.name : null;
}

function judgeByOwnServer(
  { url, own, named }: OwnServer,
  venues: TopologyEvidence['venues'],
): LinkJudgement {
  if (venues === null) return unknown('topology-not-told', true);
  if (venues === 'chain' && isOnThisPc(url)) return broken('call-centre.own-server', { url });
  if (own === null) return unknown('own-server-unknown', true);
  const same = isSameServer(url, own);
  if (venues === 'chain') {
    if (same) return broken('call-centre.own-server', { url });
    return unknown('call-centre-not-told', true, [fact('not-own-server', { url, own })]);
  }
  if (same || named === true) return good(fact('call-centre-own', { url }));
  if (named === false) return broken('call-centre.not-own-server', { url, own });
  return unknown('own-server-silent', true, [fact('not-own-server', { url, own })]);
}
