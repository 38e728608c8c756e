import { expect, test } from 'vitest';
import { webCallerOfTest } from './web-caller.ts';

const { announce, listen } = webCallerOfTest();

test('the event stream resumes where it was cut', async () => {
  const listening = listen('"third"');
  await expect.poll(async () => (announce('settings.changed', 'warm'), true)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const value of ['first', 'second', 'third']) announce('settings.changed', value);
  const text = await listening;
  const ids = [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id!);
  const second = /id: (.+)\ndata: .*"second"/.exec(text)?.[1];
  announce('settings.changed', 'fourth');
  const resumed = await listen('"fourth"', second);
  expect(resumed).not.toContain('"second"');
  expect(resumed.indexOf('"third"')).toBeLessThan(resumed.indexOf('"fourth"'));
  expect(new Set(ids).size).toBe(ids.length);
});

test('whoever missed more than is kept is told to read again', async () => {
  expect(await listen('event: reset', 'another-5')).toContain('event: reset');
  for (let count = 0; count < 2100; count += 1) announce('settings.changed', count);
  const opened = await listen('event: opened');
  const boot = /id: (\w+)-/.exec(opened)![1]!;
  expect(await listen('event: reset', `${boot}-5`)).toContain('event: reset');
  expect(await listen('"value":2099', `${boot}-2000`)).not.toContain('event: reset');
});
