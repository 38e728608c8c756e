import type { Stage, VendorStatus } from '../../domain/orders/stage.ts';
import type { StatusVocabulary } from '../order-source.ts';

/** The name of this system in identities and statuses. */
export const VENDOR = 'iiko-server';

/** The accounts know how an order ended, and its times how far it came (`iiko-api.md` 3.3). */
export const vocabulary: StatusVocabulary = {
  system: VENDOR,
  statuses: [
    { code: 'New', stage: 'new' },
    { code: 'OnWay', stage: 'on-way' },
    { code: 'Delivered', stage: 'delivered' },
    { code: 'Closed', stage: 'closed' },
    { code: 'Cancelled', stage: 'cancelled' },
  ],
};

const stages = new Map(vocabulary.statuses.map(({ code, stage }) => [code, stage]));

/** The status with its stage. */
export function readStatus(code: string): { status: VendorStatus; stage: Stage } {
  return { status: { system: VENDOR, code }, stage: stages.get(code) ?? 'unknown' };
}
