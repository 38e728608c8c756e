import { STATUS_GROUPS, type StatusGroup } from '../../main/domain/status-mapping/status-group.ts';
import type {
  MappingChange,
  MappedStatus,
} from '../../main/domain/status-mapping/status-mapping.ts';
import type { StatusTotal } from '../../main/domain/status-mapping/status-totals.ts';
import { pick } from './chance.ts';

export const SYSTEMS = ['iiko-cloud', 'iiko-biz', 'Мой "сайт"'] as const;
export const STATUSES = ['Closed', 'CLOSED', 'OnWay', 'Готово', "'; DROP TABLE", ''] as const;

export const randomStatus = (chance: () => number, organizations = 3): MappedStatus => ({
  organizationId: Math.floor(chance() * (organizations + 1)),
  system: pick(chance, SYSTEMS),
  status: pick(chance, STATUSES),
});

export const randomChange = (chance: () => number, organizations = 3): MappingChange => ({
  ...randomStatus(chance, organizations),
  group: pick<StatusGroup | null>(chance, [...STATUS_GROUPS, null]),
});

export const randomChanges = (chance: () => number, organizations = 3): MappingChange[] =>
  Array.from({ length: 1 + Math.floor(chance() * 4) }, () => randomChange(chance, organizations));

/** Totals with one row per status, organization and currency, some of them negative. */
export function randomTotals(chance: () => number, organizations = 3): StatusTotal[] {
  const totals: StatusTotal[] = [];
  for (let organizationId = 0; organizationId <= organizations; organizationId += 1) {
    for (const system of SYSTEMS) {
      for (const status of STATUSES) {
        if (chance() < 0.3) continue;
        const orders = Math.floor(chance() * 5000);
        const sumMinor = Math.floor((chance() - 0.05) * 90_000_000);
        const currency = pick(chance, ['RUB', 'RUB', 'KZT']);
        totals.push({ organizationId, system, status, currency, orders, sumMinor });
      }
    }
  }
  return totals;
}
