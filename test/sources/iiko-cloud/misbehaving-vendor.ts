import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { OrderRead } from '../../../main/sources/order-source.ts';
import { sendJson, startStandInVendor, type StandInVendor } from '../../support/stand-in-vendor.ts';
import { CONTEXT, page, withTokens, type OpenedSource } from './open-source.ts';

/** A vendor that answers as a test tells it to. */
export type MisbehavingVendor = Readonly<{
  vendor(): StandInVendor;
  /** Misbehaves for the first `times` order requests, then answers well. */
  badly(times: number, misbehave: StandInVendor['answer']): void;
  /** How often it was asked for orders. */
  orderCalls(): number;
}>;

/** One vendor for the tests of the file that calls this; each begins with nothing asked. */
export function misbehavingVendorOfFile(): MisbehavingVendor {
  let vendor: StandInVendor;
  beforeAll(async () => {
    vendor = await startStandInVendor();
  });
  beforeEach(() => {
    vendor.seen = [];
    vendor.mostAtOnce = 0;
  });
  afterAll(() => vendor.close());
  return {
    vendor: () => vendor,
    badly(times, misbehave) {
      let count = 0;
      vendor.answer = withTokens((request, response) => {
        count += 1;
        return count <= times ? misbehave(request, response) : sendJson(response, page());
      });
    },
    orderCalls: () => vendor.seen.filter(({ path }) => path.endsWith('/by_revision')).length,
  };
}

/** Asks for the orders that changed. */
export const poll = ({ source, signal }: OpenedSource): Promise<OrderRead> =>
  source.fetchOrdersChanged([CONTEXT], 1, signal);
