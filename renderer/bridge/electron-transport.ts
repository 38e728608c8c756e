import type { Outcome } from '../../main/contract/outcome.ts';
import { saveFile } from './save-file.ts';
import type { Transport } from './transport.ts';

/** What the preload exposes to the window as `deliveryDesk`. */
export type PreloadBridge = Readonly<{
  call(topic: string, input: unknown): Promise<Outcome>;
  subscribe(listener: (topic: string, value: unknown) => void): () => void;
}>;

/** The window of the desktop application; its own scheme serves `/transfer/<handle>`, its line never breaks. */
export function createElectronTransport(bridge: PreloadBridge): Transport {
  return {
    call: (topic, input) => bridge.call(topic, input),
    subscribe: (listener) => bridge.subscribe(listener),
    download: saveFile,
    watchLine: () => () => undefined,
  };
}
