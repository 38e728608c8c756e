/**
 * What a status means for reports, in the order of the board («распределение статусов»,
 * `roistat-mindbox.md` 1.3). `unmapped` is the lane of every status nobody has placed yet: it is
 * counted and shown, never dropped (trap T4).
 */
export const STATUS_GROUPS = ['unmapped', 'ignored', 'in-work', 'paid', 'cancelled'] as const;

/** The lane that one status lies in. */
export type StatusGroup = (typeof STATUS_GROUPS)[number];

/** The group a text names; undefined for anything else. */
export const statusGroupOf = (text: string): StatusGroup | undefined =>
  STATUS_GROUPS.find((group) => group === text);
