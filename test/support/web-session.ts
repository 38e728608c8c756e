import { Agent, request } from 'node:http';
import type { Outcome } from '../../main/contract/outcome.ts';
import { Failure } from '../../main/domain/failure.ts';

/** The page's side of the web host: asks over HTTP on a connection that stays open. */
export type WebSession = Readonly<{
  ask<Value>(topic: string, input: unknown): Promise<Value>;
  close(): void;
}>;

type Answer = Readonly<{ cookie: string; body: string }>;

/** Exchanges the one-time address for a session. */
export async function openWebSession(startAddress: string): Promise<WebSession> {
  const { origin } = new URL(startAddress);
  const agent = new Agent({ keepAlive: true });
  const { cookie } = await send(agent, startAddress, {}, null);
  const headers = { cookie, origin, 'content-type': 'application/json' };
  return {
    async ask<Value>(topic: string, input: unknown): Promise<Value> {
      const sent = JSON.stringify({ topic, input });
      const { body } = await send(agent, `${origin}/call`, headers, sent);
      const outcome = JSON.parse(body) as Outcome<Value>;
      if (outcome.ok) return outcome.value;
      throw Failure.fromData(outcome.failure);
    },
    close: () => agent.destroy(),
  };
}

function send(
  agent: Agent,
  address: string,
  headers: Readonly<Record<string, string>>,
  body: string | null,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = body === null ? 'GET' : 'POST';
    const sending = request(address, { agent, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        resolve({ cookie, body: Buffer.concat(parts).toString('utf8') });
      });
    });
    sending.once('error', reject);
    sending.end(body ?? undefined);
  });
}
