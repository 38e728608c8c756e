import type { Page } from 'playwright';
import { afterEach } from 'vitest';
import { browserOfFile } from './browser-of-file.ts';
import type { Answers, FakeCore } from './fake-client.ts';
import type { WindowLook } from './opened-window.ts';
import { openRendererWindow, type RendererWindow } from './renderer-window.ts';

/** The windows of a file's tests, one at a time, each before a core that the test plays. */
export type PlayedWindows = Readonly<{
  /** Opens the page at a screen; the window before it is closed. */
  open(answers: Answers, screen: string, look?: WindowLook): Promise<Page>;
  /** The core behind the open window. */
  core(): FakeCore;
  /** Inputs of the questions asked so far in a topic. */
  asked(topic: string): readonly unknown[];
}>;

/** Called first in a file: after each test its window is closed, and may not have complained. */
export function playedWindows(): PlayedWindows {
  const browser = browserOfFile();
  let window: RendererWindow | null = null;
  const close = async (): Promise<void> => {
    const open = window;
    window = null;
    await open?.close();
  };
  const core = (): FakeCore => {
    if (window === null) throw new Error('No window is open in this test');
    return window.core;
  };
  afterEach(close);
  return {
    async open(answers, screen, look) {
      await close();
      window = await openRendererWindow(browser(), answers, screen, look);
      return window.page;
    },
    core,
    asked: (topic) =>
      core()
        .asked.filter((one) => one.topic === topic)
        .map(({ input }) => input),
  };
}
