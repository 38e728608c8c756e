import { createElectronTransport, type PreloadBridge } from './electron-transport.ts';
import type { Transport } from './transport.ts';
import { createWebTransport } from './web-transport.ts';

declare global {
  interface Window {
    /** Exposed by the preload of the desktop application only. */
    deliveryDesk?: PreloadBridge;
  }
}

/** The preload's bridge where there is one, else the loopback server this page came from. */
export function chooseTransport(): Transport {
  return window.deliveryDesk ? createElectronTransport(window.deliveryDesk) : createWebTransport();
}
