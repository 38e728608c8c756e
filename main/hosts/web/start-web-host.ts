import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest, type Serving } from './answer-request.ts';
import { openEventStream } from './event-stream.ts';
import { openSessionGate } from './session-gate.ts';

const LOOPBACK = '127.0.0.1';
const REQUEST_LIMIT_MS = 30_000;

export type WebHostOptions = Readonly<{
  /** 0 chooses a free one. */
  port: number;
}> &
  Pick<Serving, 'application' | 'dataFolder' | 'sendPage' | 'explain' | 'log'>;

export type WebHost = Readonly<{
  server: Server;
  /** Where the application is, without a token. */
  address: string;
  /** An address that lets one browser in, once. */
  issueStartAddress(): string;
  /** How many violations of the page's policy browsers reported. */
  policyReports(): number;
  close(): Promise<void>;
}>;

/** Serves the application to browsers on this PC only. Rejects when the port is taken. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const server = createServer({ requestTimeout: REQUEST_LIMIT_MS, maxHeaderSize: 16_384 });
  const port = await listen(server, options.port);
  const gate = openSessionGate(port);
  const events = openEventStream(options.application);
  let reports = 0;
  const policyViolated = (): void => void (reports += 1);
  const serving: Serving = { ...options, port, gate, events, policyViolated };
  server.on('request', (request, response) => void answerRequest(serving, request, response));
  const address = `http://${LOOPBACK}:${port}/`;
  return {
    server,
    address,
    issueStartAddress: () => `${address}start?token=${gate.issueToken()}`,
    policyReports: () => reports,
    close: async () => {
      events.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
