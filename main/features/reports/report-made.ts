import type { ReportMade } from '../../contract/reports.ts';
import { readDataVersion } from '../../store/reports/fact-source.ts';
import { countDueOrders } from '../../store/reports/report-due.ts';
import {
  countNotCounted,
  countUndated,
  countVenues,
  readDataAt,
  readProven,
  readZones,
} from '../../store/reports/report-made.ts';
import { readNewestMappingVersion } from '../../store/status-mapping/status-mapping.ts';
import type { ReportScope } from './report-scope.ts';

/** What a report of now is made of. */
export function describeMade({ db, query, facts }: ReportScope): ReportMade {
  const { complete, stated } = readProven(db, facts.days);
  const venueDays = countVenues(db) * (facts.days.to - facts.days.from + 1);
  return {
    period: query.period,
    compare: query.compare,
    saleDate: query.saleDate,
    model: query.model,
    zones: readZones(db),
    dataVersion: readDataVersion(db),
    mappingVersion: readNewestMappingVersion(db).id,
    dataAt: readDataAt(db),
    completeness: {
      complete,
      unproven: stated - complete,
      unknown: Math.max(0, venueDays - stated),
    },
    notCounted: countNotCounted(db, facts.days),
    undated: countUndated(db),
    pending: countDueOrders(db),
  };
}
