import type { Stage, VendorStatus } from '../../domain/orders/stage.ts';
import type { StatusVocabulary } from '../order-source.ts';

/** The name of this system in identities and statuses. */
export const VENDOR = 'iiko-cloud';

/** iiko's delivery statuses and the stage each one means (`iiko-api.md` 1.5). */
export const vocabulary: StatusVocabulary = {
  system: VENDOR,
  statuses: [
    { code: 'Unconfirmed', stage: 'unconfirmed' },
    { code: 'WaitCooking', stage: 'new' },
    { code: 'ReadyForCooking', stage: 'ready-for-cooking' },
    { code: 'CookingStarted', stage: 'cooking' },
    { code: 'CookingCompleted', stage: 'cooked' },
    { code: 'Waiting', stage: 'waiting' },
    { code: 'OnWay', stage: 'on-way' },
    { code: 'Delivered', stage: 'delivered' },
    { code: 'Closed', stage: 'closed' },
    { code: 'Cancelled', stage: 'cancelled' },
  ],
};

const stages = new Map(vocabulary.statuses.map(({ code, stage }) => [code, stage]));

/** The status as iiko named it with its stage; one that is not known yet is kept as `unknown`. */
export function readStatus(code: string): { status: VendorStatus; stage: Stage } {
  return { status: { system: VENDOR, code }, stage: stages.get(code) ?? 'unknown' };
}
