import { tmpdir } from 'node:os';
import type { Browser } from 'playwright';
import { createFakeCore, type Answers, type FakeCore } from './fake-client.ts';
import { openWindow, type OpenedWindow, type WindowLook } from './opened-window.ts';

/** A window before a core that the test plays. */
export type RendererWindow = OpenedWindow & Readonly<{ core: FakeCore }>;

/** Opens the page at a screen (`orders`, `settings?section=look`). */
export async function openRendererWindow(
  browser: Browser,
  answers: Answers,
  screen: string,
  look: WindowLook = {},
): Promise<RendererWindow> {
  const core = createFakeCore(answers);
  const application = { ...core.transport, close: async () => undefined };
  const window = await openWindow(browser, { application, dataFolder: tmpdir() }, screen, look);
  return { ...window, core };
}
