import { afterEach, expect, test } from 'vitest';
import type { Application } from '../../main/application.ts';
import { startOnPort } from '../../main/hosts/web/start-on-port.ts';
import type { WebHost } from '../../main/hosts/web/start-web-host.ts';

const started: WebHost[] = [];
afterEach(() => Promise.all(started.splice(0).map((host) => host.close())));

/** The web host of a user whose core answers with his name. */
async function hostOf(user: string, port: number | null): Promise<WebHost> {
  const application: Application = {
    call: async () => ({ ok: true, value: user }),
    subscribe: () => () => undefined,
    close: async () => undefined,
  };
  const parts = { application, dataFolder: '/', sendPage: async () => false, log: () => undefined };
  const host = await startOnPort({ ...parts, explain: ({ code }) => code }, port);
  started.push(host);
  return host;
}

const portOf = ({ address }: WebHost): number => Number(new URL(address).port);

async function cookieFrom(host: WebHost): Promise<string> {
  const answer = await fetch(host.issueStartAddress(), { redirect: 'manual' });
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

async function ask({ address }: WebHost, cookie: string): Promise<unknown> {
  const headers = { cookie, origin: address.slice(0, -1), 'content-type': 'application/json' };
  const body = JSON.stringify({ topic: 'settings.about', input: {} });
  const answer = await fetch(`${address}call`, { method: 'POST', headers, body });
  return answer.ok ? ((await answer.json()) as { value: string }).value : answer.status;
}

test('the second user gets a port of his own, and neither browser is let in at the other', async () => {
  // Whoever is first on the usual port, perhaps a program of this very PC.
  const irina = await hostOf('Ирина', null);
  const petr = await hostOf('Пётр', null);
  expect(portOf(petr)).not.toBe(portOf(irina));
  const cookies = [await cookieFrom(irina), await cookieFrom(petr)] as const;
  expect([await ask(irina, cookies[0]), await ask(petr, cookies[1])]).toEqual(['Ирина', 'Пётр']);
  expect([await ask(petr, cookies[0]), await ask(irina, cookies[1])]).toEqual([403, 403]);
  const renamed = cookies[0].replace(/^desk-\d+/, `desk-${portOf(petr)}`);
  expect(await ask(petr, renamed)).toBe(403);
  const token = new URL(irina.issueStartAddress()).search;
  expect((await fetch(`${petr.address}start${token}`, { redirect: 'manual' })).status).toBe(403);
});

test('a port that was asked for is not changed silently', async () => {
  const first = await hostOf('Ирина', 0);
  await expect(hostOf('Пётр', portOf(first))).rejects.toThrow(/hosts.port-taken/);
});
