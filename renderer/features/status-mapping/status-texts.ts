import type { TFunction } from 'i18next';
import { stageOfStatus } from '../../../main/domain/status-mapping/status-vocabulary.ts';

type Named = Readonly<{ system: string; status: string }>;

/** Our name of a status; the vendor's own where we have none. */
export function statusName(t: TFunction, { system, status }: Named): string {
  const stage = stageOfStatus(system, status);
  if (stage !== 'unknown') return t(`orders.stage.${stage}`);
  return status === '' ? t('status-mapping.no-name') : status;
}

/** The name of a system as people know it. */
export const systemName = (t: TFunction, system: string): string =>
  t(`status-mapping.system.${system}`, { defaultValue: system });
