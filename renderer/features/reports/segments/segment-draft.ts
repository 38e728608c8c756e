import type { CustomerSegment } from '../../../../main/contract/reports.ts';
import type { RfmSegment } from '../../../../main/domain/reports/rfm.ts';
import type { Period } from '../../../../main/domain/reports/report-period.ts';

/** A segment as it is being written: empty fields do not restrict; money in whole units. */
export type SegmentDraft = Readonly<{
  name: string;
  segments: readonly RfmSegment[];
  leastOrders: number | '';
  leastMoney: number | '';
  leastDaysAgo: number | '';
  mostDaysAgo: number | '';
}>;

export const EMPTY_SEGMENT: SegmentDraft = {
  name: '',
  segments: [],
  leastOrders: '',
  leastMoney: '',
  leastDaysAgo: '',
  mostDaysAgo: '',
};

const bound = (value: number | ''): number | null => (value === '' ? null : Math.round(value));

/** The rule of a draft over a period; `unit` is how many minor units a whole one has. */
export function ruleOf(draft: SegmentDraft, period: Period, unit: number): CustomerSegment['rule'] {
  const least = bound(draft.leastMoney);
  return {
    period: { ...period },
    segments: [...draft.segments],
    leastOrders: bound(draft.leastOrders),
    mostOrders: null,
    leastMinor: least === null ? null : least * unit,
    mostMinor: null,
    leastDaysAgo: bound(draft.leastDaysAgo),
    mostDaysAgo: bound(draft.mostDaysAgo),
  };
}

/** A segment that chooses everybody is none, and neither is one without a name. */
export const isComplete = ({ name, ...rest }: SegmentDraft): boolean =>
  name.trim() !== '' &&
  Object.values(rest).some((value) =>
    typeof value === 'object' ? value.length > 0 : value !== '',
  );
