import {
  isLocalServer,
  isSameServer,
  readServerUrl,
} from '../../domain/config-files/config-url.ts';
import type { ServerEvidence, ServerProbe } from '../../domain/diagnosis/diagnosis-evidence.ts';
import { isServerAddress } from '../../domain/diagnosis/diagnosis-file.ts';
import { betterAddress } from '../../domain/diagnosis/server-address.ts';
import { probeServer } from '../../sources/server-info/probe-server.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';

const LEAST_MS = 3000;
const MOST_MS = 45_000;
const USUAL_TIMEOUT_MS = 10_000;

/** Addresses to be asked. */
export type ServerQuestion = Readonly<{
  url: string;
  ownUrl: string | null;
  /** The call centre as a person named it. */
  toldUrl: string | null;
  timeoutMs: number | null;
  /** The files are another PC's: its own network can not be asked from here. */
  brought: boolean;
}>;

/** Asks the configured server; a better address and the venue's own one only where they tell more. */
export async function gatherServer(
  { outside }: DiagnosisParts,
  { url, ownUrl, toldUrl, timeoutMs, brought }: ServerQuestion,
  signal: AbortSignal,
): Promise<ServerEvidence> {
  const parsed = readServerUrl(url);
  if (brought && parsed && isLocalServer(parsed)) return { type: 'other-pc', url };
  const limitMs = Math.min(Math.max((timeoutMs ?? USUAL_TIMEOUT_MS) * 1.5, LEAST_MS), MOST_MS);
  const probe = async (address: string): Promise<ServerProbe> => ({
    url: address,
    answer: await probeServer(outside, address, limitMs, signal),
  });
  const configured = await probe(url);
  const probed = configured.answer.type === 'server';
  const better = probed ? null : betterAddress(url);
  const answered = better === null ? null : await probe(better);
  // From another place only an answer proves something: silence may be this PC's own.
  if (brought && isSilence(configured) && answered?.answer.type !== 'server') {
    return { type: 'other-pc', url };
  }
  const compare = async (other: string | null): Promise<ServerProbe | null> =>
    probed && other !== null && isServerAddress(other) && !isSameServer(other, url)
      ? probe(other)
      : null;
  const [own, told] = [await compare(brought ? null : ownUrl), await compare(toldUrl)];
  return { type: 'probed', configured, better: answered, own, told };
}

const isSilence = ({ answer }: ServerProbe): boolean =>
  answer.type !== 'server' && !('status' in answer);
