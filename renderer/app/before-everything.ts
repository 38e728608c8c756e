import { styleNonce } from './style-nonce.ts';

type Globals = {
  /** zod's own settings: without them it probes `new Function`, which the policy reports. */
  __zod_globalConfig?: { jitless: boolean };
  /** Where the scroll lock of dialogs looks for the nonce of its style element. */
  __webpack_nonce__?: string | undefined;
};

const globals = globalThis as Globals;
globals.__zod_globalConfig = { jitless: true };
globals.__webpack_nonce__ = styleNonce();
