import { describe, expect, it, vi } from 'vitest';
import { openEventLine } from '../../../renderer/bridge/event-line.ts';

/** As much of an EventSource as a page uses. */
class Stream extends EventTarget {
  say(topic: string, value: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify({ topic, value }) }));
  }
}

function open() {
  const stream = new Stream();
  const opened = vi.fn<() => EventSource>(() => stream as unknown as EventSource);
  const readAgain = vi.fn<() => void>();
  return { stream, opened, readAgain, line: openEventLine(opened, readAgain) };
}

describe('event line', () => {
  it('opens one stream for all who listen, when the first does', () => {
    const { line, opened, stream } = open();
    expect(opened).not.toHaveBeenCalled();
    const first: unknown[] = [];
    const second: unknown[] = [];
    line.subscribe((topic, value) => first.push([topic, value]));
    const stop = line.subscribe((topic) => second.push(topic));
    stream.say('orders.changed', { ids: [1] });
    stop();
    stream.say('sync.progressed', []);
    expect(opened).toHaveBeenCalledTimes(1);
    expect(first).toEqual([
      ['orders.changed', { ids: [1] }],
      ['sync.progressed', []],
    ]);
    expect(second).toEqual(['orders.changed']);
  });

  it('tells when the line breaks and is there again', () => {
    const { line, stream } = open();
    const states: boolean[] = [];
    line.watchLine((alive) => states.push(alive));
    stream.dispatchEvent(new Event('error'));
    stream.dispatchEvent(new Event('open'));
    expect(states).toEqual([false, true]);
  });

  it('reads everything again when news were missed for good', () => {
    const { line, stream, readAgain } = open();
    line.subscribe(() => undefined);
    stream.dispatchEvent(new Event('reset'));
    expect(readAgain).toHaveBeenCalledTimes(1);
  });
});
