import { describe, expect, test, vi } from 'vitest';
import type { Application, Listener } from '../../../main/application.ts';
import { CHANNELS } from '../../../main/contract/channels.ts';
import { carryAnnouncements, carryCalls } from '../../../main/hosts/electron/carry-messages.ts';
import { type Handler } from '../support/electron-events.ts';

describe('messages', () => {
  const asked: unknown[] = [];
  let heard: Listener;
  const application: Application = {
    call: async (topic, input) => {
      asked.push([topic, input]);
      return { ok: true, value: 1 };
    },
    subscribe: (listener) => {
      heard = listener;
      return () => undefined;
    },
    close: async () => undefined,
  };
  const own = { url: 'desk://app/' };

  function call(event: unknown, topic: unknown): Promise<unknown> {
    let handler: Handler = () => undefined;
    const handle = (channel: string, given: unknown): void => {
      expect(channel).toBe(CHANNELS.call);
      handler = given as Handler;
    };
    carryCalls({ handle }, application);
    return Promise.resolve(handler(event, topic, {}));
  }

  test('of our own page are answered', async () => {
    const event = { senderFrame: own, sender: { mainFrame: own } };
    expect(await call(event, 'settings.about')).toEqual({ ok: true, value: 1 });
  });

  test.each([
    ['a frame inside', { senderFrame: { url: 'desk://app/' }, sender: { mainFrame: own } }],
    ['another site', foreign('https://evil.example/')],
    ['a look-alike', foreign('desk://app.evil/')],
    ['a file', foreign('file:///etc/passwd')],
    ['a frame that is gone', { senderFrame: null, sender: { mainFrame: own } }],
  ])('of %s are refused', async (_who, event) => {
    asked.length = 0;
    expect(await call(event, 'settings.about')).toMatchObject({ failure: { kind: 'refused' } });
    expect(asked).toEqual([]);
  });

  function foreign(url: string): object {
    const frame = { url };
    return { senderFrame: frame, sender: { mainFrame: frame } };
  }

  test('of the core reach living windows only', () => {
    const sent = vi.fn<Handler>();
    carryAnnouncements(application, () => [
      { webContents: { send: sent, isDestroyed: () => false } },
      { webContents: { send: () => expect.unreachable(), isDestroyed: () => true } },
    ]);
    heard('orders.changed', { ids: [1] });
    expect(sent).toHaveBeenCalledExactlyOnceWith(CHANNELS.announcement, 'orders.changed', {
      ids: [1],
    });
  });
});
