import { iikoCloud } from '../../../main/sources/iiko-cloud/iiko-cloud.ts';
import { iikoCloudSecret, iikoCloudSettings } from '../../../main/sources/iiko-cloud/settings.ts';
import type { OrderSource, RequestLogEntry } from '../../../main/sources/order-source.ts';
import { ORGANIZATION_ID, orderInfo } from '../../fixtures/iiko-cloud-order.ts';
import { sendJson, type StandInVendor } from '../../support/stand-in-vendor.ts';

/** A source on a stand-in vendor; waits are noted instead of waited, but for a blink. */
export type OpenedSource = {
  source: OrderSource;
  waitsMs: number[];
  log: RequestLogEntry[];
  signal: AbortSignal;
  clock: { nowMs: number };
  /** The same login opened once more in the same program. */
  again(): OrderSource;
};

export const LOGIN = 'secret-login-1234567890';

export const CONTEXT = { id: ORGANIZATION_ID, zone: 'Asia/Yekaterinburg', currency: 'RUB' };

const QUICK = { timeoutSeconds: 1, minIntervalMs: 0 };

/** Opens iiko Cloud on the stand-in with a clock that only moves by waiting. */
export function openSource(
  vendor: StandInVendor,
  settings: Record<string, unknown> = {},
  secret: Record<string, unknown> = { kind: 'api-login', apiLogin: LOGIN },
): OpenedSource {
  const [waitsMs, log]: [number[], RequestLogEntry[]] = [[], []];
  const clock = { nowMs: Date.UTC(2026, 10, 20, 15) };
  const outside = {
    fetch: (...args: Parameters<typeof fetch>) => fetch(...args),
    now: () => clock.nowMs,
    sleep: async (ms: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      waitsMs.push(ms);
      clock.nowMs += ms;
    },
    random: () => 0.5,
    logRequest: (entry: RequestLogEntry) => void log.push(entry),
  };
  const again = (): OrderSource =>
    iikoCloud.open(
      iikoCloudSettings.parse({ ...QUICK, host: vendor.url, ...settings }),
      iikoCloudSecret.parse(secret),
      outside,
    );
  const { signal } = new AbortController();
  return { source: again(), again, waitsMs, log, signal, clock };
}

/** A good answer of orders. */
export const page = (orders: unknown[] = [orderInfo()], maxRevision = 1_795_000_009_999) => ({
  correlationId: '48a46ad0-9cf9-5710-85c8-d08f7f0b0cf5',
  maxRevision,
  ordersByOrganizations: [{ organizationId: ORGANIZATION_ID, orders }],
});

/** Hands out tokens and leaves the rest to `answer`. */
export function withTokens(answer: StandInVendor['answer']): StandInVendor['answer'] {
  let issued = 0;
  return (request, response) => {
    if (!request.path.endsWith('/access_token')) return answer(request, response);
    issued += 1;
    return sendJson(response, { correlationId: 'c', token: `token-${issued}` });
  };
}
