import type { TFunction } from 'i18next';
import type { OrderRow } from '../../../main/contract/orders.ts';
import { isCreation } from '../../../main/domain/orders/stage.ts';

/** A stage's word; an unknown status under the vendor's own name, one that is not created under ours. */
export function statusText(
  t: TFunction,
  { stage, status }: Pick<OrderRow, 'stage' | 'status'>,
): string {
  if (stage !== 'unknown' || status === '') return t(`orders.stage.${stage}`);
  return isCreation(status) ? t(`orders.creation.${status}`) : status;
}
