import { EventEmitter } from 'node:events';
import type { Net } from 'electron';
import { expect, test } from 'vitest';
import { systemFetch } from '../../../main/hosts/electron/system-fetch.ts';
import { fetchThrough } from '../../../main/hosts/thread/host-fetch.ts';

/** Electron's network: `fetch` fails on a redirect, `request` tells where it leads. */
function electronNet(answer: (request: EventEmitter) => void) {
  const asked: object[] = [];
  const net = {
    fetch: () =>
      Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'")),
    request(options: object) {
      asked.push(options);
      const request = Object.assign(new EventEmitter(), {
        setHeader: (name: string, value: string) => void asked.push({ name, value }),
        abort: () => undefined,
        end: () => answer(request),
      });
      return request;
    },
  };
  return { net: net as unknown as Net, asked };
}

const URL = 'https://maps.app.goo.gl/abc';

test('a redirect reaches the core as it is, and nothing is followed', async () => {
  const location = 'https://www.google.com/maps/d/viewer?mid=1';
  const { net, asked } = electronNet((request) => request.emit('redirect', 302, 'GET', location));
  const answer = await fetchThrough(systemFetch(net))(URL, {
    headers: { 'user-agent': 'desk' },
    redirect: 'manual',
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, location]);
  expect(asked).toEqual([
    { url: URL, method: 'GET', redirect: 'manual', credentials: 'omit' },
    { name: 'user-agent', value: 'desk' },
  ]);
});

test('a redirect of anything but a question, and one that is gone, stay failures', async () => {
  const { net, asked } = electronNet((request) => request.emit('response'));
  const carried = fetchThrough(systemFetch(net));
  await expect(carried(URL, { method: 'POST', body: '{}' })).rejects.toBeInstanceOf(TypeError);
  expect(asked).toEqual([]);
  await expect(carried(URL)).rejects.toBeInstanceOf(TypeError);
});
