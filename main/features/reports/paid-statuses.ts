import type { StatusGroup } from '../../domain/status-mapping/status-group.ts';
import type { ReportScope } from './report-scope.ts';

/** Numbers of the statuses that count in these groups. */
export const statusesIn = ({ groups }: ReportScope, ...wanted: readonly StatusGroup[]): number[] =>
  [...groups].filter(([, group]) => wanted.includes(group)).map(([id]) => id);
