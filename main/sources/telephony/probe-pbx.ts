import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import type { PortAnswer } from '../../domain/diagnosis/port-answer.ts';

type Answered = PortAnswer['state'];

/** Knocks once at a SIP port by TCP and by UDP (K2); waits at most `limitMs` for each. Never rejects. */
export async function probePbx(
  host: string,
  port: number,
  limitMs: number,
): Promise<readonly PortAnswer[]> {
  const timed = async (
    transport: PortAnswer['transport'],
    ask: (host: string, port: number, limitMs: number) => Promise<Answered>,
  ): Promise<PortAnswer> => {
    const startedAt = performance.now();
    const state = await ask(host, port, limitMs);
    return { port, transport, state, elapsedMs: Math.round(performance.now() - startedAt) };
  };
  return Promise.all([timed('tcp', askByTcp), timed('udp', askByUdp)]);
}

function stateOf(error: NodeJS.ErrnoException): Answered {
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'name-not-found';
  return error.code === 'ECONNREFUSED' ? 'closed' : 'silent';
}

function askByTcp(host: string, port: number, limitMs: number): Promise<Answered> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: limitMs });
    const end = (state: Answered): void => {
      socket.destroy();
      resolve(state);
    };
    socket.once('connect', () => end('answers'));
    socket.once('timeout', () => end('silent'));
    socket.once('error', (error) => end(stateOf(error)));
  });
}

/** SIP's own «are you there»: every PBX answers OPTIONS, if only by refusing (RFC 3261, 11). */
function askByUdp(host: string, port: number, limitMs: number): Promise<Answered> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const end = (state: Answered): void => {
      clearTimeout(timer);
      socket.close();
      resolve(state);
    };
    const timer = setTimeout(() => end('silent'), limitMs);
    socket.once('error', (error) => end(stateOf(error)));
    socket.once('message', () => end('answers'));
    socket.connect(port, host, (error?: Error) => {
      if (error) end(stateOf(error));
      else socket.send(optionsRequest(host, port, socket.address().port));
    });
  });
}

function optionsRequest(host: string, port: number, ownPort: number): string {
  const call = `${Date.now().toString(36)}${Math.trunc(Math.random() * 1e9).toString(36)}`;
  return [
    `OPTIONS sip:${host}:${port} SIP/2.0`,
    `Via: SIP/2.0/UDP 0.0.0.0:${ownPort};branch=z9hG4bK${call};rport`,
    'Max-Forwards: 70',
    `From: <sip:check@${host}>;tag=${call}`,
    `To: <sip:${host}>`,
    `Call-ID: ${call}`,
    'CSeq: 1 OPTIONS',
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}
